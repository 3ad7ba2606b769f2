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
 * Text that no spreadsheet takes for a formula when it is exported: it does not begin with {@code =}, {@code +}, {@code -},
 * {@code @}, a tab or a carriage return, unless it is a plain number. Null is fine.
 *
 * <p>Accepted: {@code "-12.50"}, {@code "+49 30 1234"}. Refused: {@code "=HYPERLINK(...)"}, {@code "@SUM(A1)"}.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {NoFormulaValidator.class})
public @interface NoFormula {

    /** What to do, in the language of the caller. */
    String message() default "{dev.seaworthy.NoFormula.message}";

    /** As Jakarta Validation defines it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation defines it. */
    Class<? extends Payload>[] payload() default {};
}
