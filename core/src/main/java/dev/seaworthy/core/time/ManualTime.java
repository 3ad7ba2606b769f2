// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Time that moves only when told to, for tests and simulations. Thread-safe.
 */
public final class ManualTime implements TimeSource {

    private final AtomicReference<Instant> wall;
    private final AtomicLong nanos = new AtomicLong();

    /** Starts at the given wall-clock time. */
    public ManualTime(Instant start) {
        this.wall = new AtomicReference<>(start);
    }

    @Override
    public Instant now() {
        return wall.get();
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    /**
     * Lets both clocks run on.
     *
     * @throws IllegalArgumentException if {@code step} is negative: use {@link #jumpTo} for a wall clock set back
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException(
                    "step must not be negative, got '" + step + "'; use jumpTo to set the wall clock back");
        }
        nanos.addAndGet(step.toNanos());
        wall.updateAndGet(now -> now.plus(step));
    }

    /** Does not hold the thread: both clocks run on instead, so that what waits goes on at once. */
    @Override
    public void sleep(Duration wait) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before sleeping");
        }
        if (!wait.isNegative()) {
            advance(wait);
        }
    }

    /** Sets the wall clock, forward or back, as an operator or a time server does; {@link #nanoTime()} is untouched. */
    public void jumpTo(Instant now) {
        wall.set(now);
    }
}
