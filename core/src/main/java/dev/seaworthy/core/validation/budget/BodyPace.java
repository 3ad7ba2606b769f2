// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.budget;

import java.time.Duration;

/**
 * How slowly a body may come. Only the time in which the app waits for the client counts. Immutable.
 *
 * @param minRate bytes per second on average, 0 for as slow as it likes
 * @param grace for so long the rate is not looked at, zero or more
 * @param maxReaders so many requests may wait for their bodies at the same time, 1 or more: a quarter of the threads leaves
 *     three quarters to everybody else
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.9">RFC 9110, section 15.5.9, 408</a>
 */
public record BodyPace(long minRate, Duration grace, int maxReaders) {

    private static final BodyPace DEFAULTS = new BodyPace(240, Duration.ofSeconds(5), 50);

    /** Checks. */
    public BodyPace {
        Amounts.atLeast("min-body-rate", minRate, 0);
        Amounts.atLeast("body-grace", grace.toMillis(), 0);
        Amounts.atLeast("max-body-readers", maxReaders, 1);
    }

    /** What no honest client falls below, and a quarter of the 200 threads that containers have by default. */
    public static BodyPace withDefaults() {
        return DEFAULTS;
    }

    boolean isTooSlow(long bytes, long waitedNanos) {
        return waitedNanos > grace.toNanos() && bytes < minRate * (waitedNanos / 1e9);
    }
}
