// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

import dev.seaworthy.core.time.TimeSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The engine measures open times by a wall clock: this one never jumps. */
final class MonotonicClock extends Clock {

    private final TimeSource time;
    private final Instant start;
    private final long startNanos;

    MonotonicClock(TimeSource time) {
        this.time = time;
        this.start = time.now();
        this.startNanos = time.nanoTime();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(time.nanoTime() - startNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
