// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.name;

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
 * A name that machines use: begins with a letter, goes on with letters, digits, {@code _} and {@code -}. ASCII, unless
 * {@link #unicode()}: then letters and digits of one writing system as UAX #31 defines identifiers, in normal form NFKC,
 * so that two names that look the same are the same. Null is fine.
 *
 * <p>Accepted: {@code "order-7"}. Refused: {@code "7; drop table"}.
 *
 * @see <a href="https://www.unicode.org/reports/tr31/">UAX #31, identifiers</a>
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {IdentifierValidator.class})
public @interface Identifier {

    /** The most code points, 1 or more. */
    int max() default 64;

    /** Whether letters of other writing systems than Latin's ASCII are fine. */
    boolean unicode() default false;

    /** What to do, in the language of the caller. */
    String message() default "{dev.seaworthy.Identifier.message}";

    /** As Jakarta Validation defines it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation defines it. */
    Class<? extends Payload>[] payload() default {};
}
