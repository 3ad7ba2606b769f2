// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.retry;

import java.util.random.RandomGenerator;

/** Exponential, with full jitter: those who failed together do not come back together. Thread-safe. */
public final class Backoff {

    private static final int MAX_DOUBLINGS = 20;

    private final long firstNanos;
    private final long maxNanos;
    private final RandomGenerator random;

    /** Draws from {@code random}, which must be thread-safe. */
    public Backoff(RetrySettings settings, RandomGenerator random) {
        this.firstNanos = settings.backoff().toNanos();
        this.maxNanos = settings.maxBackoff().toNanos();
        this.random = random;
    }

    /** How long to wait after this many attempts failed, 1 or more. */
    public long drawNanos(int failedAttempts) {
        int doublings = Math.min(MAX_DOUBLINGS, failedAttempts - 1);
        long bound = Math.min(maxNanos, firstNanos << doublings);
        return bound == 0 ? 0 : random.nextLong(bound + 1);
    }
}
