// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import java.time.Duration;

/** Counts in windows of a fixed length; good enough to tell some from many. Thread-safe. */
final class Rate {

    private final long window;
    private final int many;
    private long windowStart;
    private long lastHigh;
    private int count;

    Rate(Duration window, int many) {
        this.window = window.toNanos();
        this.many = many;
    }

    /** Counts one; whether there are many within the present window. */
    synchronized boolean isHighAt(long nanos) {
        if (count == 0 || nanos - windowStart >= window) {
            windowStart = nanos;
            count = 0;
        }
        count++;
        if (count < many) {
            return false;
        }
        lastHigh = nanos;
        return true;
    }

    /** Whether there have not been many for a whole window. */
    synchronized boolean isOverAt(long nanos) {
        return nanos - lastHigh >= window;
    }
}
