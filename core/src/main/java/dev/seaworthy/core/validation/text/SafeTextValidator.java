// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link SafeText}. */
public final class SafeTextValidator implements ConstraintValidator<SafeText, CharSequence> {

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
        return text == null || hasLength(text) && CodePoints.areSafe(text, lines) && CodePoints.areNormal(text);
    }

    private boolean hasLength(CharSequence text) {
        int units = text.length();
        if (units < min || units > 2L * max) {
            return false;
        }
        int codePoints = Character.codePointCount(text, 0, units);
        return codePoints >= min && codePoints <= max;
    }
}
