// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.url;

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
 * Where a browser may be sent after a login: a path of this app, or {@code https} on a host that is listed. What browsers
 * read differently than it looks is refused: {@code //host}, backslashes, control characters, user names. Null is fine.
 *
 * <p>Accepted: {@code "/orders?page=2"}. Refused: {@code "//evil.example"}, {@code "/\\evil.example"}, {@code
 * "javascript:alert(1)"}.
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {SafeRedirectValidator.class})
public @interface SafeRedirect {

    /** Hosts, in lower case, that may be named; compared as a whole. */
    String[] hosts() default {};

    /** What to do, in the language of the caller. */
    String message() default "{dev.seaworthy.SafeRedirect.message}";

    /** As Jakarta Validation defines it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation defines it. */
    Class<? extends Payload>[] payload() default {};
}
