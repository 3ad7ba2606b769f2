// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One kind of call that must not be lost, and the code that carries it out. The same handler serves the first attempt and
 * every later one. Immutable; its functions are called from several threads at once.
 *
 * <p>What is stored is the kind, a version and JSON, never a class name: classes may be renamed while entries wait.
 *
 * @param kind stable name, {@code billing.charge}: lower case letters, digits, {@code . _ -}, at most 128
 * @param payload what it needs to know, written and read by the app's JSON library
 * @param result what it brings back; {@code Void.class} if nothing
 * @param options everything that has a default
 * @param work the call itself
 * @param ending what to do where an entry ends without success
 * @param <P> what it needs to know
 * @param <R> what it brings back
 */
public record TaskHandler<P, R>(
        String kind, Class<P> payload, Class<R> result, Options options, Work<P, R> work, Ending<P> ending) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final int MAX_KIND = 128;
    private static final int MAX_QUEUE = 64;

    /** Checks the names. */
    public TaskHandler {
        checkName("task kind", kind, MAX_KIND, "billing.charge");
        checkName("queue of task " + kind, options.queue(), MAX_QUEUE, "payments");
    }

    /**
     * What a handler may do.
     *
     * @param <P> what it needs to know
     * @param <R> what it brings back
     */
    @FunctionalInterface
    public interface Work<P, R> {

        /**
         * Carries the call out. May run more than once for the same entry, on any node: hand {@link
         * TaskContext#idempotencyKey()} to the service.
         *
         * @throws Exception counts as a failed attempt, unless its classification says otherwise
         */
        TaskAnswer<R> run(P payload, TaskContext context) throws Exception;
    }

    /**
     * Hears of an entry that ends without success. May be called more than once for the same entry.
     *
     * @param <P> the payload
     */
    @FunctionalInterface
    public interface Heard<P> {

        /** Acts on it; {@code reason} is for people and logs. */
        void accept(P payload, TaskContext context, String reason) throws Exception;
    }

    /**
     * What follows an end without success.
     *
     * @param onRefused the service said no, on a redelivery: the caller of a first attempt has the answer already
     * @param onDead given up: too many attempts, the window has passed, a crash loop
     * @param <P> the payload
     */
    public record Ending<P>(Heard<P> onRefused, Heard<P> onDead) {}

    /**
     * What has a default.
     *
     * @param version of the payload's shape, from 1; entries of a newer version are left to newer nodes
     * @param queue the external service: what is paused as one
     * @param backoff how long to wait after a failed attempt
     * @param maxAttempts failed attempts until the entry is dead, from 1
     * @param giveUpAfter age at which the entry expires, never called again; keep it inside the time for which the service
     *     remembers idempotency keys
     * @param timeout how long one run may take before its thread is interrupted and its lease let go
     */
    public record Options(
            int version, String queue, Backoff backoff, int maxAttempts, Duration giveUpAfter, Duration timeout) {

        /** Checks. */
        public Options {
            atLeastOne("version", version);
            atLeastOne("maxAttempts", maxAttempts);
            positive("giveUpAfter", giveUpAfter);
            positive("timeout", timeout);
        }

        /** For a queue of this name. */
        public static Options forQueue(String queue) {
            return new Options(1, queue, Backoff.withDefaults(), 20, Duration.ofHours(23), Duration.ofMinutes(2));
        }

        private static void atLeastOne(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException("task " + name + " must be 1 or more, got '" + value + "'; write 1");
            }
        }

        private static void positive(String name, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("task " + name + " must be longer than nothing, got '" + value
                        + "'; write for example Duration.ofMinutes(1)");
            }
        }
    }

    /** A kind of call that brings something back. Its queue is called as the kind up to the first dot. */
    public static <P, R> TaskHandlerBuilder<P, R> of(String kind, Class<P> payload, Class<R> result) {
        return new TaskHandlerBuilder<>(kind, payload, result);
    }

    /** A kind of call that brings nothing back. */
    public static <P> TaskHandlerBuilder<P, Void> of(String kind, Class<P> payload) {
        return of(kind, payload, Void.class);
    }

    private static void checkName(String what, String name, int max, String example) {
        if (name.length() > max || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(what + " must be lower case letters, digits and . _ -, at most " + max
                    + ", got '" + name + "'; write for example " + example);
        }
    }
}
