// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks {@link PatternSafe}. */
public final class PatternSafeValidator implements ConstraintValidator<PatternSafe, CharSequence> {

    private Pattern pattern = Pattern.compile("");
    private int steps;

    @Override
    public void initialize(PatternSafe wanted) {
        if (wanted.steps() < 1) {
            throw new IllegalArgumentException("@PatternSafe wants steps of 1 or more, got '" + wanted.steps()
                    + "'; write for example @PatternSafe(regexp = \"[a-z]+\", steps = 10000)");
        }
        steps = wanted.steps();
        try {
            pattern = Pattern.compile(wanted.regexp(), wanted.flags());
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException(
                    "@PatternSafe has a regexp that is none, got '" + wanted.regexp() + "'; " + broken.getDescription(),
                    broken);
        }
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        try {
            return pattern.matcher(new StepLimited(text, steps)).matches();
        } catch (TooManySteps | StackOverflowError tooMuch) {
            // Long groups make the JDK's matcher recurse; a stack that is too small for it is one more kind of too
            // much.
            return false;
        }
    }
}
