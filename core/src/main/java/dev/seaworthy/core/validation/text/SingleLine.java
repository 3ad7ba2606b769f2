// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.text;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@link SafeText} on one line: no line feed, carriage return or tab either. For names, subjects, titles, whatever is
 * going to stand in a header or a table. Null is fine.
 *
 * <p>Accepted: {@code "leave it at the door"}. Refused: {@code "Ada\r\nBcc: everybody"}.
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@SafeText(lines = false)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
public @interface SingleLine {

    /** The fewest code points, 0 or more. */
    @OverridesAttribute(constraint = SafeText.class, name = "min")
    int min() default 0;

    /** The most code points. */
    @OverridesAttribute(constraint = SafeText.class, name = "max")
    int max() default 255;

    /** What to do, in the language of the caller. */
    String message() default "{dev.seaworthy.SingleLine.message}";

    /** As Jakarta Validation defines it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation defines it. */
    Class<? extends Payload>[] payload() default {};
}
