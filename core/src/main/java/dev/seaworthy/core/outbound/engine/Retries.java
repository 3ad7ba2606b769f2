// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.outbound.breaker.Breaker;
import dev.seaworthy.core.outbound.deadline.CallScope;
import java.time.Duration;

/** Whether a failed attempt is worth another one, and after which wait. */
record Retries(Breaker breaker) {

    static final long NO = -1;

    /** The wait in nanoseconds, or {@link #NO}. The budget is asked last, so that nothing is spent in vain. */
    long waitNanos(OneAttempt attempt, Classification failure, long deadline, long now) {
        Setup setup = attempt.setup();
        if (attempt.number() >= setup.settings().retry().maxAttempts() || !mayRepeat(attempt, failure.failureClass())) {
            return NO;
        }
        long wait = hintNanos(failure) + setup.backoff().drawNanos(attempt.number());
        boolean pointless = deadline - now - wait < setup.leastNanos() || breaker.shutForNanos(now) > wait;
        return pointless || !setup.budget().spend(now) ? NO : wait;
    }

    /** A caller that tries again by itself must not be multiplied. */
    static boolean callerRepeats() {
        CallScope scope = CallScope.current();
        return scope != null && scope.attempt() > 1;
    }

    private static boolean mayRepeat(OneAttempt attempt, FailureClass failure) {
        return switch (failure.retry()) {
            case YES, AFTER_THEIR_HINT -> true;
            case IDEMPOTENT -> attempt.isRepeatable();
            default -> false;
        };
    }

    /** Only what the service itself said; the rest is advice to our own client. */
    private static long hintNanos(Classification failure) {
        Duration hint = failure.failureClass() == FailureClass.NOT_SENT ? null : failure.retryAfter();
        return hint == null ? 0 : hint.toNanos();
    }
}
