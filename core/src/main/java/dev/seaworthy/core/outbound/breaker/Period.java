// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

/**
 * The time between two changes of a breaker, and the lease of every call that it let out then. What a call reports counts
 * only while its period lasts: a straggler from before the circuit opened is no probe.
 */
public final class Period {

    /** The lease of calls that the breaker let out without caring how they end. */
    public static final Period UNCOUNTED = new Period(BreakerState.CLOSED, 0);

    private final BreakerState state;
    private final long shutUntilNanos;

    Period(BreakerState state, long shutUntilNanos) {
        this.state = state;
        this.shutUntilNanos = shutUntilNanos;
    }

    BreakerState state() {
        return state;
    }

    boolean isClosed() {
        return state == BreakerState.CLOSED;
    }

    /** How long an open circuit stays open; zero in other states. */
    long shutForNanos(long now) {
        return state == BreakerState.OPEN ? Math.max(0, shutUntilNanos - now) : 0;
    }
}
