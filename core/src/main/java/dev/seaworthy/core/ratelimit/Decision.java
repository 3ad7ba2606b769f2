// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit;

import java.time.Duration;

/** Whether a client may go on. Immutable. */
public sealed interface Decision {

    /** By which policy. */
    Policy policy();

    /** Which of its windows is the tightest now, counted from 0. */
    int window();

    /** How many tokens are left in that window. */
    long remaining();

    /** Nanoseconds until all windows are full again. */
    long resetNanos();

    /** How long until all windows are full again. */
    default Duration reset() {
        return Duration.ofNanos(resetNanos());
    }

    /**
     * It may.
     *
     * @param wouldRefuse whether it may only because the policy is a shadow
     */
    record Allowed(Policy policy, int window, long remaining, long resetNanos, boolean wouldRefuse)
            implements Decision {

        /** It may, in earnest. */
        public Allowed(Policy policy, int window, long remaining, long resetNanos) {
            this(policy, window, remaining, resetNanos, false);
        }
    }

    /**
     * It may not; no token was taken.
     *
     * @param waitNanos until the same could be taken, in nanoseconds
     * @param reason why not
     */
    record Refused(Policy policy, int window, long remaining, long resetNanos, long waitNanos, Reason reason)
            implements Decision {

        /** How long until the same could be taken. */
        public Duration retryAfter() {
            return Duration.ofNanos(waitNanos);
        }
    }

    /** Why somebody may not go on. */
    enum Reason {
        /** It did too much. */
        QUOTA_EXCEEDED,
        /** It went on doing too much, and is shut out for a while. */
        ABNORMAL_USAGE,
        /** The store does not answer, and the policy says that then nobody may. */
        REDUCED_CAPACITY
    }
}
