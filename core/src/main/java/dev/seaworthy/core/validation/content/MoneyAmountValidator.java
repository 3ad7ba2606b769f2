// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.content;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Checks {@link MoneyAmount}. */
public final class MoneyAmountValidator implements ConstraintValidator<MoneyAmount, BigDecimal> {

    /** More than 40 decimal digits, however they were written. */
    private static final int MAX_BITS = 160;

    private int integer;
    private int fraction;
    private boolean negative;

    @Override
    public void initialize(MoneyAmount wanted) {
        if (wanted.integer() < 1 || wanted.integer() > 30 || wanted.fraction() < 0 || wanted.fraction() > 10) {
            throw new IllegalArgumentException(
                    "@MoneyAmount wants integer 1 to 30 and fraction 0 to 10, got 'integer = "
                            + wanted.integer() + ", fraction = " + wanted.fraction()
                            + "'; write for example @MoneyAmount(integer = 12, fraction = 2)");
        }
        integer = wanted.integer();
        fraction = wanted.fraction();
        negative = wanted.negative();
    }

    @Override
    public boolean isValid(@Nullable BigDecimal amount, ConstraintValidatorContext context) {
        if (amount == null) {
            return true;
        }
        if (amount.signum() < 0 && !negative || amount.unscaledValue().bitLength() > MAX_BITS) {
            return false;
        }
        if (amount.signum() == 0) {
            return amount.scale() <= fraction;
        }
        long scale = amount.stripTrailingZeros().scale();
        return amount.precision() - (long) amount.scale() <= integer && scale <= fraction;
    }
}
