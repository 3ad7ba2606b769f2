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
 * Text in one writing system: a Cyrillic letter that looks Latin cannot hide in a Latin name. Digits, punctuation and
 * emoji go with each system; Japanese, Korean and Chinese come with Latin letters, as they are written. Null is fine.
 *
 * <p>A text that is Cyrillic throughout and looks Latin passes: which script is expected, only the app knows.
 *
 * <p>Accepted: {@code "paypal"}. Refused: {@code "p\u0430ypal"}.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Restriction_Level_Detection">UTS #39, restriction levels</a>
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {NoConfusablesValidator.class})
public @interface NoConfusables {

    /** What to do, in the language of the caller. */
    String message() default "{dev.seaworthy.NoConfusables.message}";

    /** As Jakarta Validation defines it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation defines it. */
    Class<? extends Payload>[] payload() default {};
}
