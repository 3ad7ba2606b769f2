// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.retry;

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

    /** The defaults, the only place where they are written. */
    public static RetrySettings withDefaults() {
        return new RetrySettings(3, Duration.ofMillis(100), Duration.ofSeconds(2), 20, 3);
    }
}
