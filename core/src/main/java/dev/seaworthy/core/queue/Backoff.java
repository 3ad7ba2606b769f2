// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue;

import java.time.Duration;

/**
 * How long to wait after a failed attempt: longer each time, never the same for all. Immutable.
 *
 * @param first after the first failure, longer than nothing
 * @param factor how much longer each time, 1 or more
 * @param cap the longest wait before jitter, not below {@code first}
 * @param jitter how far the wait may be off, up and down, as a part of it, 0 to 1
 */
public record Backoff(Duration first, double factor, Duration cap, double jitter) {

    private static final Backoff DEFAULTS = new Backoff(Duration.ofSeconds(5), 2.0, Duration.ofMinutes(15), 0.2);

    /** Checks. */
    public Backoff {
        if (first.isNegative() || first.isZero() || cap.compareTo(first) < 0) {
            throw new IllegalArgumentException("backoff must wait longer than nothing and at most its cap, got first '"
                    + first + "' and cap '" + cap + "'; write for example 5 seconds and 15 minutes");
        }
        if (!(factor >= 1)) {
            throw new IllegalArgumentException("backoff factor must be 1 or more, got '" + factor + "'; write 2");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("backoff jitter must be 0 to 1, got '" + jitter + "'; write 0.2");
        }
    }

    /** For a service that somebody has to repair. */
    public static Backoff withDefaults() {
        return DEFAULTS;
    }

    /** Always about the same. */
    public static Backoff fixed(Duration wait) {
        return new Backoff(wait, 1, wait, DEFAULTS.jitter());
    }

    /**
     * The wait after a failure.
     *
     * @param failures so many so far, from 1
     * @param chance drawn evenly from 0 (inclusive) to 1
     */
    public Duration after(int failures, double chance) {
        double grown = first.toMillis() * Math.pow(factor, Math.max(0, failures - 1));
        double capped = Math.min(grown, cap.toMillis());
        return Duration.ofMillis(Math.max(1, Math.round(capped * (1 - jitter + 2 * jitter * chance))));
    }
}
