// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends every call of a bean's method through the door of an external service: deadline, retry, breaker, bulkhead, attempt
 * timeout. The method may answer at once, with a {@code CompletionStage}, or with a {@code Mono}.
 *
 * <pre>{@code
 * @Guarded("stripe")
 * Receipt charge(Order order) { ... }
 * }</pre>
 *
 * <p>What the method throws reaches the caller as it is; what the door decides (circuit open, bulkhead full, too late) is a
 * {@code ServiceFailedException}. It works on calls from outside of the bean: a method that the bean calls on itself goes
 * past the door. A private or final method, a name that nobody knows, or a {@code Flux} stops the start.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Guarded {

    /** The name of the service, as in {@code seaworthy.outbound.<name>}. */
    String value();

    /**
     * Whether calling twice does no more than calling once. Only then is the method called again when nobody knows what
     * became of the first call; a call that surely never arrived is tried again in any case.
     */
    boolean idempotent() default false;
}
