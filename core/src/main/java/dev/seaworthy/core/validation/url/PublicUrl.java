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
 * A URL that a server may fetch for a user, as far as can be told from how it is written: an allowed scheme and port, no
 * user name, and a host that is a public name or a public address in any notation that some resolver understands
 * ({@code 0x7f.1}, {@code 2130706433}, {@code [::ffff:10.0.0.1]}). Names are never resolved here: a public name can stand
 * for a private address, so resolve it with {@link PublicAddress} and connect to what that answers. Null is fine.
 *
 * <p>Accepted: {@code "https://example.com/hook"}. Refused: {@code "http://169.254.169.254/"}, {@code
 * "https://localhost/"}, {@code "ftp://example.com/"}.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html">
 *     OWASP on server-side request forgery</a>
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {PublicUrlValidator.class})
public @interface PublicUrl {

    /** Schemes, in lower case. */
    String[] schemes() default {"https", "http"};

    /** Ports that may be named; none at all is always fine. */
    int[] ports() default {80, 443};

    /** What to do, in the language of the caller. */
    String message() default "{dev.seaworthy.PublicUrl.message}";

    /** As Jakarta Validation defines it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation defines it. */
    Class<? extends Payload>[] payload() default {};
}
