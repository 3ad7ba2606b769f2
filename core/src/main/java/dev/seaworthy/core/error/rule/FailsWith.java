// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import dev.seaworthy.core.error.FailureClass;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what an exception of the app means. Subclasses inherit it.
 *
 * <pre>{@code
 * @FailsWith(failureClass = FailureClass.CONFLICT, code = "OUT_OF_STOCK")
 * class OutOfStock extends RuntimeException {}
 * }</pre>
 *
 * An annotation that cannot be right (a code that is not {@code UPPER_SNAKE}, a status that is none) is logged once and
 * ignored.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FailsWith {

    /** The row in the table. */
    FailureClass failureClass();

    /** The stable code, {@code UPPER_SNAKE}; left empty, that of the row. */
    String code() default "";

    /** The HTTP status, 400 to 599; left 0, that of the row. */
    int status() default 0;
}
