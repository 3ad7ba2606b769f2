// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.retry;

import dev.seaworthy.core.outbound.range.Range;
import java.time.Duration;

/**
 * How often and after which wait a call is tried again. Immutable.
 *
 * @param maxAttempts the first one included, 1 to 10; 1 switches retries off
 * @param backoff the wait before the second attempt is drawn between zero and this
 * @param maxBackoff the bound doubles with each attempt, up to this
 * @param budgetPercent of recent calls so many percent may be repeated, 0 to 100
 * @param budgetFloor so many may be repeated in ten seconds, however few the calls are, 0 to 1000
 */
public record RetrySettings(
        int maxAttempts, Duration backoff, Duration maxBackoff, int budgetPercent, int budgetFloor) {

    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is outside of its range
     */
    public RetrySettings {
        Range.check("retry.max-attempts", maxAttempts, 1, 10);
        Range.check("retry.backoff", backoff, Duration.ZERO, MAX_WAIT);
        Range.check("retry.max-backoff", maxBackoff, backoff, MAX_WAIT);
        Range.check("retry.budget-percent", budgetPercent, 0, 100);
        Range.check("retry.budget-floor", budgetFloor, 0, 1_000);
    }

    /** The defaults, the only place where they are written. */
    public static RetrySettings withDefaults() {
        return new RetrySettings(3, Duration.ofMillis(100), Duration.ofSeconds(2), 20, 3);
    }

    /** One attempt only. */
    public static RetrySettings never() {
        return withDefaults().withMaxAttempts(1);
    }

    /** Another number of attempts. */
    public RetrySettings withMaxAttempts(int attempts) {
        return new RetrySettings(attempts, backoff, maxBackoff, budgetPercent, budgetFloor);
    }

    /** Another first wait, and another longest one. */
    public RetrySettings withBackoff(Duration first, Duration longest) {
        return new RetrySettings(maxAttempts, first, longest, budgetPercent, budgetFloor);
    }

    /** Another budget. */
    public RetrySettings withBudget(int percent, int floor) {
        return new RetrySettings(maxAttempts, backoff, maxBackoff, percent, floor);
    }
}
