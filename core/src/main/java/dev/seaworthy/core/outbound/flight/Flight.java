// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.flight;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One attempt under way. Two things can happen to it from outside: it is stopped when its time is over, and it is reported
 * when it has been under way for so long that it counts as slow. Whoever ends it learns exactly which of the two happened.
 *
 * <p>Stopping and ending are a hand-over: {@link #end} returns only when a stop that had begun is complete, so that nothing
 * of it reaches the thread afterwards.
 */
public abstract class Flight {

    private static final int UNDER_WAY = 0;
    private static final int STOPPING = 1;
    private static final int STOPPED = 2;
    private static final int ENDED = 3;

    private static final VarHandle STATE;
    private static final VarHandle REPORTED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(Flight.class, "state", int.class);
            REPORTED = lookup.findVarHandle(Flight.class, "reported", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final long stopAtNanos;
    private final long slowAtNanos;
    private volatile int state;
    private volatile boolean reported;
    int place;

    /** Under way from now on, as soon as it has its permit. */
    protected Flight(long stopAtNanos, long slowAtNanos) {
        this.stopAtNanos = stopAtNanos;
        this.slowAtNanos = slowAtNanos;
    }

    /** When its time is over. */
    public final long stopAtNanos() {
        return stopAtNanos;
    }

    /** When it has to be looked at first. */
    public final long wakeAtNanos() {
        return stopAtNanos - slowAtNanos < 0 ? stopAtNanos : slowAtNanos;
    }

    /**
     * The work has ended; called once, by the thread that did it.
     *
     * @return whether it was stopped before
     */
    public final boolean end() {
        if (STATE.compareAndSet(this, UNDER_WAY, ENDED)) {
            return false;
        }
        while (state == STOPPING) {
            Thread.onSpinWait();
        }
        return true;
    }

    /** Whether it was stopped. */
    public final boolean isStopped() {
        int now = state;
        return now == STOPPING || now == STOPPED;
    }

    /** Takes the right to report how it went; only the first one gets it. */
    public final boolean claimReport() {
        return REPORTED.compareAndSet(this, false, true);
    }

    /** Does to it what is due, and says when it has to be looked at again; {@link Long#MAX_VALUE} for never. */
    final long check(long now) {
        long next = Long.MAX_VALUE;
        if (state == UNDER_WAY) {
            if (now - stopAtNanos >= 0) {
                stop();
            } else {
                next = stopAtNanos - now;
            }
        }
        if (!reported) {
            if (now - slowAtNanos < 0) {
                return Math.min(next, slowAtNanos - now);
            }
            if (claimReport()) {
                reportSlow(now, now - stopAtNanos >= 0);
            }
        }
        return next;
    }

    /** Stops it, unless it has ended. */
    public final void stop() {
        if (STATE.compareAndSet(this, UNDER_WAY, STOPPING)) {
            try {
                interrupt();
            } finally {
                state = STOPPED;
            }
        }
    }

    /** Makes the work end. Must not throw, and must be quick: every door waits for it. */
    protected abstract void interrupt();

    /** Tells the breaker that it is slow already, and whether its time is over. */
    protected abstract void reportSlow(long now, boolean timeIsOver);
}
