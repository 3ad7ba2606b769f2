// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** At most so many characters as people count them more or less: an emoji outside the BMP is one, not two. Null is fine. */
@Target({FIELD, METHOD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CodePointsValidator.class)
@interface CodePoints {

    int max();

    String message() default "{shop.code-points}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
