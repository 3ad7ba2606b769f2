// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a circuit opens, for how long, and how it closes again. Immutable; the {@code with} methods answer a copy.
 *
 * @param failureRate it opens when so many percent of the calls in the window fail, 1 to 100
 * @param slowRate it opens when so many percent of the calls in the window are slow, 1 to 100
 * @param slowCall a call that takes so long is slow, still under way or not; null means as long as the attempt timeout
 * @param minimumCalls it never opens on fewer calls in the window, 1 to 100000
 * @param windowCalls the window is the last so many calls, 1 to 100000; not used where {@code windowTime} is set
 * @param windowTime the window is the last so much time, 1 second to 1 hour in whole seconds; null for a window of calls
 * @param openFor how long it stays open the first time
 * @param maxOpenFor the open time doubles each time that a probe fails, up to this
 * @param probes how many calls try a half-open circuit, 1 to 1000
 * @param maxPause the longest pause that a service may ask for by 429
 */
public record BreakerSettings(
        int failureRate,
        int slowRate,
        @Nullable Duration slowCall,
        int minimumCalls,
        int windowCalls,
        @Nullable Duration windowTime,
        Duration openFor,
        Duration maxOpenFor,
        int probes,
        Duration maxPause) {

    /** The defaults, the only place where they are written. */
    public static BreakerSettings withDefaults() {
        return new BreakerSettings(
                50, 50, null, 10, 20, null, Duration.ofSeconds(5), Duration.ofMinutes(1), 3, Duration.ofMinutes(1));
    }
}
