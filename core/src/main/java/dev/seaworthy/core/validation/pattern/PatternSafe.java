// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.pattern;

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
 * Matches a regular expression as a whole, and gives up when that takes too many steps: a pattern that backtracks without
 * end refuses the input instead of occupying a thread. Null is fine.
 *
 * <p>With {@code regexp = "(.*)(.*)(.*)(.*)=1"}, accepted: {@code "a=1"}. Refused: {@code "a=2"}, and also a hundred times
 * {@code "a"}, at once.
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {PatternSafeValidator.class})
public @interface PatternSafe {

    /** The expression. */
    String regexp();

    /** Flags of {@link java.util.regex.Pattern}, or-ed. */
    int flags() default 0;

    /** How many characters the matcher may look at, those it looks at again included; 1 or more. */
    int steps() default 100_000;

    /** What to do, in the language of the caller. */
    String message() default "{dev.seaworthy.PatternSafe.message}";

    /** As Jakarta Validation defines it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation defines it. */
    Class<? extends Payload>[] payload() default {};
}
