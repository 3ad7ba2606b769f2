// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;

/** The callers who went away, as the app counts them. */
record GoneCallers(Telemetry telemetry) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 10;

    long now() {
        return telemetry.total("seaworthy.error", "class", FailureClass.CALLER_GONE.name());
    }

    /** Waits for a count: it comes after the log event, which is all that a client that left can be waited for. */
    boolean reach(long wanted) {
        TimeSource time = TimeSource.system();
        long deadline = time.nanoTime() + PATIENCE.toNanos();
        synchronized (telemetry) {
            while (now() < wanted && time.nanoTime() < deadline) {
                try {
                    telemetry.wait(PAUSE_MILLIS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return now() == wanted;
    }
}
