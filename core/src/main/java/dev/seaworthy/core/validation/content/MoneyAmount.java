// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.content;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An amount of money: not negative unless {@link #negative()}, no more digits behind the point than the currency has. For
 * {@code BigDecimal}; looking at it costs the same for each amount, also for {@code 1E+1000000000}. Null is fine.
 *
 * <p>Accepted: {@code 12.50}. Refused: {@code 12.505}, {@code -1}, {@code 1E+1000000000}.
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {MoneyAmountValidator.class})
public @interface MoneyAmount {

    /** The most digits before the point, 1 to 30. */
    int integer() default 12;

    /** The most digits behind the point, 0 to 10: 2 for most currencies, 0 for yen, 3 for dinars. */
    int fraction() default 2;

    /** Whether amounts below zero are fine. */
    boolean negative() default false;

    /** What to do, in the language of the caller. */
    String message() default "{dev.seaworthy.MoneyAmount.message}";

    /** As Jakarta Validation defines it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation defines it. */
    Class<? extends Payload>[] payload() default {};
}
