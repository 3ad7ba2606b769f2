// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.door;

import dev.seaworthy.core.outbound.breaker.BreakerSettings;
import dev.seaworthy.core.outbound.retry.RetrySettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen about a door. Immutable; the {@code with} methods answer a copy.
 *
 * @param timeout how long a call may take in all, waits and further attempts included
 * @param attemptTimeout how long one attempt may take; given as null, three tenths of {@code timeout}, so that three fit
 * @param leastTime with less time left, an attempt is not begun
 * @param maxConcurrent so many attempts may be under way at once, 1 to 100000; more are refused
 * @param isolated whether the work runs on a thread of the door's own, so that the caller is free when the time is over
 * @param sendHeaders whether {@link dev.seaworthy.core.outbound.attempt.Attempt#inject} tells the time that is left and the
 *     number of a repeated attempt
 * @param idempotencyHeader the header in which the door sends a key with calls that are not idempotent; null for none
 * @param retry whether and when to try again
 * @param breaker when to stop calling
 * @param refusals statuses by which the service says no in words of its business
 */
public record OutboundSettings(
        Duration timeout,
        @Nullable Duration attemptTimeout,
        Duration leastTime,
        int maxConcurrent,
        boolean isolated,
        boolean sendHeaders,
        @Nullable String idempotencyHeader,
        RetrySettings retry,
        BreakerSettings breaker,
        List<Refusal> refusals) {

    /** The defaults, the only place where they are written. */
    public static OutboundSettings withDefaults() {
        return new OutboundSettings(
                Duration.ofSeconds(10),
                null,
                Duration.ofMillis(10),
                64,
                false,
                true,
                null,
                RetrySettings.withDefaults(),
                BreakerSettings.withDefaults(),
                List.of());
    }
}
