// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.html;

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
 * HTML with formatting, blocks, lists, tables and links, and nothing that runs, loads or styles: whatever OWASP's sanitizer
 * would take away refuses it. Needs {@code owasp-java-html-sanitizer}. To clean instead of refusing, use {@link
 * CleanHtml}. Null is fine.
 *
 * <p>Accepted: {@code "<p>Thank <b>you</b></p>"}. Refused: {@code "<img src=x onerror=alert(1)>"}.
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {SafeHtmlValidator.class})
public @interface SafeHtml {

    /** The most characters: more is refused without being looked at. */
    int max() default 100_000;

    /** What to do, in the language of the caller. */
    String message() default "{dev.seaworthy.SafeHtml.message}";

    /** As Jakarta Validation defines it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation defines it. */
    Class<? extends Payload>[] payload() default {};
}
