// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a handler says about its call. Anything it throws instead is a failed attempt.
 *
 * @param <R> what the call brings back
 */
public sealed interface TaskAnswer<R> {

    /** It is done. {@code result} is stored as JSON, so that whoever asks again with the same key gets it too. */
    record Done<R>(@Nullable R result) implements TaskAnswer<R> {}

    /** The service said no, and will say no again: the entry ends. {@code reason} is for people and logs. */
    record Refused<R>(String reason) implements TaskAnswer<R> {}

    /** Not now: come back after {@code delay}. Costs no attempt. */
    record Snooze<R>(Duration delay) implements TaskAnswer<R> {}

    /** Done, with nothing to bring back. */
    static <R> TaskAnswer<R> done() {
        return new Done<>(null);
    }

    /** Done. */
    static <R> TaskAnswer<R> done(R result) {
        return new Done<>(result);
    }

    /** Refused. */
    static <R> TaskAnswer<R> refused(String reason) {
        return new Refused<>(reason);
    }

    /** Not now. */
    static <R> TaskAnswer<R> snooze(Duration delay) {
        return new Snooze<>(delay);
    }
}
