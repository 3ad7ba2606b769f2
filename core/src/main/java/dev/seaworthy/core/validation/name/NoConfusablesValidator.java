// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.name;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link NoConfusables}. */
public final class NoConfusablesValidator implements ConstraintValidator<NoConfusables, CharSequence> {

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        return text == null || Scripts.areOne(text);
    }
}
