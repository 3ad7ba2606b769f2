// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes tokens of a policy before the method runs, and answers 429 instead where there are none. On a class it means each of
 * its public methods.
 *
 * <p>It works on beans, when they are called from outside: a call within the same object goes past it, as with every
 * annotation of this kind. The policy's key is taken from the request that is being served; without one, all calls share the
 * key {@code everybody}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {

    /** The name of a policy; one that does not exist stops the start. */
    String value();
}
