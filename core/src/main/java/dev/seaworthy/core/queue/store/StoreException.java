// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.store;

/** The store could not do what was asked; its cause says why. What was to be committed may or may not be. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was to be done. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
