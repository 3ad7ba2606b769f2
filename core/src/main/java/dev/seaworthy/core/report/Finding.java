// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.report;

import dev.seaworthy.core.redact.Redact;

/**
 * Something about the set-up that a person should read. Immutable.
 *
 * @param severity how much it matters
 * @param text what is so, why it matters, what to do; made one harmless line
 */
public record Finding(Severity severity, String text) {

    private static final int MAX_TEXT = 1_000;

    /** How much a finding matters. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** Looks wrong: protection is missing or weaker than it seems. */
        WARN
    }

    /** Makes the text one line. */
    public Finding {
        text = Redact.line(text, MAX_TEXT);
    }

    /** Good to know. */
    public static Finding info(String text) {
        return new Finding(Severity.INFO, text);
    }

    /** Looks wrong. */
    public static Finding warn(String text) {
        return new Finding(Severity.WARN, text);
    }
}
