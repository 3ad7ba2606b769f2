// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.time;

import java.time.Instant;

/**
 * The only place where Seaworthy reads a clock. Implementations are thread-safe and never throw.
 */
public interface TimeSource {

    /** The wall clock: may jump in either direction, so use it to say when, never to measure how long. */
    Instant now();

    /** Nanoseconds since an arbitrary point, never going back; only differences mean something. */
    long nanoTime();

    /** The machine's clocks. */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }
}
