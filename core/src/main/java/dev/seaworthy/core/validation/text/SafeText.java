// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.text;

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
 * Text as people write it: nothing invisible, nothing that reorders what is shown, nothing that is no character. Refused
 * are control and format characters, line and paragraph separators, bidirectional embeddings, overrides and isolates,
 * zero-width characters, tags, lone surrogates, and text that is not in Unicode's normal form NFC. The two joiners may
 * stand where they shape Arabic and Indic words or build emoji. Null is fine; the cost is linear in the length.
 *
 * <p>Accepted: {@code "Zo\u00eb, leave it at the door"}. Refused: {@code "invoice\u202Efdp.exe"}.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">UAX #15, normalization forms</a>
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {SafeTextValidator.class})
public @interface SafeText {

    /** The fewest code points, 0 or more. */
    int min() default 0;

    /** The most code points: an emoji outside the first plane is one, not two. */
    int max() default 10_000;

    /** Whether line feed, carriage return and tab are fine. */
    boolean lines() default true;

    /** What to do, in the language of the caller. */
    String message() default "{dev.seaworthy.SafeText.message}";

    /** As Jakarta Validation defines it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation defines it. */
    Class<? extends Payload>[] payload() default {};
}
