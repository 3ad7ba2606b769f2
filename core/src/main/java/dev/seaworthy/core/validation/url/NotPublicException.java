// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.url;

import org.jspecify.annotations.Nullable;

/** A URL does not lead to a public address, or nobody can tell. The message holds nothing of the URL. */
public final class NotPublicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPublicException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
