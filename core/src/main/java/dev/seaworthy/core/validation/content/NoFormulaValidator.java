// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.content;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link NoFormula}. */
public final class NoFormulaValidator implements ConstraintValidator<NoFormula, CharSequence> {

    /** Also the full-width forms, which spreadsheets of East Asia read alike. */
    private static final String STARTS = "=+-@\uff1d\uff0b\uff0d\uff20";

    private static final String IN_NUMBERS = "0123456789 .,()/-";

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int first = firstShown(text);
        if (first == text.length()) {
            return true;
        }
        char start = text.charAt(first);
        if (start == '\t' || start == '\r' || start == '\n') {
            return false;
        }
        return STARTS.indexOf(start) < 0 || (start == '+' || start == '-') && isNumber(text, first + 1);
    }

    /** Some importers drop leading spaces and quotes before they look for a formula. */
    private static int firstShown(CharSequence text) {
        int at = 0;
        while (at < text.length()
                && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0' || isQuote(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isNumber(CharSequence text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (IN_NUMBERS.indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }
}
