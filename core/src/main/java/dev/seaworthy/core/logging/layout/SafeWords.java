// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.layout;

import dev.seaworthy.core.redact.Redact;
import dev.seaworthy.core.redact.Redactor;
import org.jspecify.annotations.Nullable;

/** Masks first, while names and values still stand as they were written; then makes it harmless. */
record SafeWords(Redactor redactor) {

    private static final int MAX_TEXT = 65_536;
    private static final int MAX_LINE = 8_192;

    String text(@Nullable String text) {
        return text == null ? "" : Redact.block(redactor.text(text), MAX_TEXT);
    }

    String line(@Nullable String text) {
        return text == null ? "" : Redact.line(redactor.text(text), MAX_LINE);
    }

    String value(@Nullable String key, @Nullable Object value) {
        String text;
        try {
            text = String.valueOf(value);
        } catch (RuntimeException | LinkageError | StackOverflowError unreadable) {
            return "(unreadable)";
        }
        return Redact.line(redactor.value(String.valueOf(key), String.valueOf(text)), MAX_LINE);
    }
}
