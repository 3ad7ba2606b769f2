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
 * The name of one file, safe to create on any operating system: no path, no name of a device, nothing hidden, no
 * character that a shell or a file system treats specially. At most 255 bytes in UTF-8. Null is fine.
 *
 * <p>Accepted: {@code "invoice 2026.pdf"}. Refused: {@code "..\\boot.ini"}, {@code ".htaccess"}, {@code "nul.txt"}.
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {SafeFilenameValidator.class})
public @interface SafeFilename {

    /** What to do, in the language of the caller. */
    String message() default "{dev.seaworthy.SafeFilename.message}";

    /** As Jakarta Validation defines it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation defines it. */
    Class<? extends Payload>[] payload() default {};
}
