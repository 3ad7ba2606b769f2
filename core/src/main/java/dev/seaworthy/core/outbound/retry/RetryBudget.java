// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.retry;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps retries a fraction of the calls, so that a service in trouble is not hit harder. Each call saves a part of a retry,
 * up to a cap; each retry spends a whole one. Where little is called, a small number in ten seconds is free. Thread-safe.
 */
public final class RetryBudget {

    /** So many retries are saved up at most: enough for a hiccup, too few for a storm. */
    static final int MAX_SAVED = 10;

    private static final long WHOLE = 100;
    private static final long FLOOR_NANOS = 10_000_000_000L;

    private final int percent;
    private final int floor;
    private final AtomicLong saved = new AtomicLong();
    private long floorSince;
    private int floorSpent;

    /** Starts with nothing saved. */
    public RetryBudget(RetrySettings settings, long now) {
        this.percent = settings.budgetPercent();
        this.floor = settings.budgetFloor();
        this.floorSince = now;
    }

    /** A call was begun. */
    public void save() {
        long before = saved.get();
        while (before < MAX_SAVED * WHOLE && percent > 0) {
            if (saved.compareAndSet(before, before + percent)) {
                return;
            }
            before = saved.get();
        }
    }

    /** Whether a retry can be paid for; a yes spends it. */
    public boolean spend(long now) {
        long before = saved.get();
        while (before >= WHOLE) {
            if (saved.compareAndSet(before, before - WHOLE)) {
                return true;
            }
            before = saved.get();
        }
        return spendFloor(now);
    }

    private synchronized boolean spendFloor(long now) {
        if (now - floorSince >= FLOOR_NANOS) {
            floorSince = now;
            floorSpent = 0;
        }
        if (floorSpent >= floor) {
            return false;
        }
        floorSpent++;
        return true;
    }
}
