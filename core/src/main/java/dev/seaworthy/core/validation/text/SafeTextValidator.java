// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Checks {@link SafeText}. Allocates nothing for text below U+0300, where everything is in normal form. */
public final class SafeTextValidator implements ConstraintValidator<SafeText, CharSequence> {

    private static final char FIRST_COMBINING = 0x300;

    private int min;
    private int max;
    private boolean lines;

    @Override
    public void initialize(SafeText wanted) {
        if (wanted.min() < 0 || wanted.max() < wanted.min()) {
            throw new IllegalArgumentException("@SafeText wants 0 <= min <= max, got 'min = " + wanted.min()
                    + ", max = " + wanted.max() + "'; write for example @SafeText(min = 1, max = 200)");
        }
        min = wanted.min();
        max = wanted.max();
        lines = wanted.lines();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        return text == null || hasLength(text) && CodePoints.areSafe(text, lines) && isNormal(text);
    }

    private boolean hasLength(CharSequence text) {
        int units = text.length();
        if (units < min || units > 2L * max) {
            return false;
        }
        int codePoints = Character.codePointCount(text, 0, units);
        return codePoints >= min && codePoints <= max;
    }

    static boolean isNormal(CharSequence text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST_COMBINING) {
                return Normalizer.isNormalized(text, Normalizer.Form.NFC);
            }
        }
        return true;
    }
}
