// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The only place where Seaworthy reads a clock. Implementations are thread-safe; reading a clock never throws.
 */
public interface TimeSource {

    /** The wall clock: may jump in either direction, so use it to say when, never to measure how long. */
    Instant now();

    /** Nanoseconds since an arbitrary point, never going back; only differences mean something. */
    long nanoTime();

    /**
     * Holds this thread for so long; not at all for zero and less.
     *
     * @throws InterruptedException if the thread is interrupted before or meanwhile
     */
    default void sleep(Duration wait) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    }

    /** The machine's clocks. */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }
}
