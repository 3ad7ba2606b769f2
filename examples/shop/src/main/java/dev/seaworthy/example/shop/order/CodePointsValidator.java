// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

class CodePointsValidator implements ConstraintValidator<CodePoints, String> {

    private int max;

    @Override
    public void initialize(CodePoints wanted) {
        max = wanted.max();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || value.codePointCount(0, value.length()) <= max;
    }
}
