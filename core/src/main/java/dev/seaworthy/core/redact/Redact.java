// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact;

import org.jspecify.annotations.Nullable;

/**
 * Makes text fit to be seen: in a log line, a report, an error message. Never throws.
 */
public final class Redact {

    private Redact() {}

    /**
     * One harmless line: line breaks, other control characters, bidi overrides and lone surrogates are written as
     * {@code \\uXXXX}; what is longer than {@code max} characters is cut and says so.
     *
     * @param max how many characters of the text are shown, at least 1
     */
    public static String line(@Nullable CharSequence text, int max) {
        throw new UnsupportedOperationException("written by room redact");
    }

    /** Whether the value of a property, header or field of this name must not be shown. */
    public static boolean isSecretName(String name) {
        throw new UnsupportedOperationException("written by room redact");
    }
}
