// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.pattern;

/** Ends a match that takes too long. */
final class TooManySteps extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManySteps() {
        super("too many steps", null, false, false);
    }
}
