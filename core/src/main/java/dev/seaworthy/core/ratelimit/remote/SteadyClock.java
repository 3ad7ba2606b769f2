// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.time.TimeSource;
import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;

/**
 * What the wall clock said at the start, and how long it has been since: nodes share it, and it does not jump when somebody
 * sets a clock, which would fill all buckets at once or stop them from filling.
 */
final class SteadyClock implements TimeMeter {

    private final TimeSource time;
    private final long offset;

    SteadyClock(TimeSource time) {
        this.time = time;
        this.offset = TimeUnit.MILLISECONDS.toNanos(time.now().toEpochMilli()) - time.nanoTime();
    }

    @Override
    public long currentTimeNanos() {
        return offset + time.nanoTime();
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
