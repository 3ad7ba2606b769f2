// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the answers of a handler, or of all handlers of a class, another profile than path and type would. One on the
 * method wins over one on the class. A name that does not exist stops the start.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SecurityHeaders {

    /** The profile: {@code api}, {@code html-strict}, {@code html-legacy}, {@code docs-ui}, {@code embed} ... */
    String value();
}
