// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the store is to be asked. After a failure it is left alone, each time longer; then one probe, for which no
 * request waits, finds out whether it works again.
 */
final class StoreHealth {

    static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.ratelimit");
    private static final double JITTER = 0.25;

    private final String store;
    private final TimeSource time;
    private final Telemetry telemetry;
    private final DoubleSupplier random;
    private volatile boolean up = true;
    private long pauseNanos = FIRST_PAUSE.toNanos();
    private long probeAt;

    StoreHealth(String store, TimeSource time, Telemetry telemetry) {
        this(store, time, telemetry, () -> ThreadLocalRandom.current().nextDouble());
    }

    StoreHealth(String store, TimeSource time, Telemetry telemetry, DoubleSupplier from0To1) {
        this.store = store;
        this.time = time;
        this.telemetry = telemetry;
        this.random = from0To1;
    }

    boolean isUp() {
        return up;
    }

    /** Whether it is time for a probe; says so once, until its outcome is known. */
    synchronized boolean probeIsDue() {
        long now = time.nanoTime();
        if (up || now - probeAt < 0) {
            return false;
        }
        probeAt = now + LONGEST_PAUSE.toNanos();
        return true;
    }

    /** A call failed; what fails while the store is down already is old news. */
    synchronized void failed(String how, Throwable failure) {
        telemetry.count("seaworthy.ratelimit.store_failed", "how", how);
        if (up) {
            up = false;
            pauseNanos = FIRST_PAUSE.toNanos();
            LOG.warn(
                    "rate limit store {} does not answer ({}: {}); each policy goes on by its store-down rule, said once for"
                            + " this outage",
                    store,
                    how,
                    failure.toString());
            pause();
        }
    }

    synchronized void probeFailed() {
        pauseNanos = Math.min(LONGEST_PAUSE.toNanos(), pauseNanos * 2);
        pause();
    }

    synchronized void works() {
        if (!up) {
            up = true;
            LOG.info("rate limit store {} answers again", store);
        }
    }

    private void pause() {
        probeAt = time.nanoTime() + (long) (pauseNanos * (1 - JITTER + 2 * JITTER * random.getAsDouble()));
    }
}
