// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import java.time.Duration;

/** Counts in windows of a fixed length; good enough to tell some from many. Thread-safe. */
final class Rate {

    static final Duration WINDOW = Duration.ofMinutes(1);

    static final int MANY = 20;

    private long windowStart;
    private int count;

    /** Counts one; whether there are many within the present window. */
    synchronized boolean isHighAt(long nanos) {
        if (count == 0 || nanos - windowStart >= WINDOW.toNanos()) {
            windowStart = nanos;
            count = 0;
        }
        count++;
        return count >= MANY;
    }
}
