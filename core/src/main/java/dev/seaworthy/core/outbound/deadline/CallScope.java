// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.deadline;

import org.jspecify.annotations.Nullable;

/**
 * The time in which a thread works for a request that came with a deadline, or that its caller repeats by itself. Doors
 * called inside end by the deadline, and do not try again what the caller tries again anyway. Scopes nest; close one on the
 * thread that opened it. Other threads do not inherit it: {@link #openAs open} it there with what {@link #current()} answered here; a door's
 * own threads do.
 */
public final class CallScope implements AutoCloseable {

    private static final ThreadLocal<@Nullable CallScope> CURRENT = new ThreadLocal<>();

    private final @Nullable Deadline deadline;
    private final int attempt;
    private final @Nullable CallScope outer = CURRENT.get();
    private final Thread owner = Thread.currentThread();

    private CallScope(@Nullable Deadline deadline, int attempt) {
        this.deadline = deadline;
        this.attempt = attempt;
        CURRENT.set(this);
    }

    /**
     * Opens one. It never lengthens: of its deadline and that of the scope around it, the earlier one holds; so does the
     * higher attempt.
     *
     * @param deadline null where the caller sent none
     * @param attempt which attempt of its caller the request is, 1 for the first
     */
    public static CallScope open(@Nullable Deadline deadline, int attempt) {
        CallScope around = CURRENT.get();
        return around == null
                ? new CallScope(deadline, attempt)
                : new CallScope(earlier(around.deadline, deadline), Math.max(around.attempt, attempt));
    }

    /** Opens here what {@link #current()} answered elsewhere; null opens one that asks for nothing. */
    public static CallScope openAs(@Nullable CallScope other) {
        return other == null ? open(null, 1) : open(other.deadline, other.attempt);
    }

    /** The one of this thread; null outside of every scope. */
    public static @Nullable CallScope current() {
        return CURRENT.get();
    }

    /** By when an answer is of use; null where nobody said. */
    public @Nullable Deadline deadline() {
        return deadline;
    }

    /** Which attempt of its caller the request is, 1 for the first. */
    public int attempt() {
        return attempt;
    }

    @Override
    public void close() {
        if (Thread.currentThread() != owner || CURRENT.get() != this) {
            return;
        }
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    private static @Nullable Deadline earlier(@Nullable Deadline one, @Nullable Deadline other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.remainingNanos() <= other.remainingNanos() ? one : other;
    }
}
