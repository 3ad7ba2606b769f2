// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

import dev.seaworthy.core.outbound.range.Range;
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

    private static final Duration MIN_OPEN = Duration.ofMillis(1);
    private static final Duration MAX_OPEN = Duration.ofHours(1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is outside of its range
     */
    public BreakerSettings {
        Range.check("breaker.failure-rate", failureRate, 1, 100);
        Range.check("breaker.slow-rate", slowRate, 1, 100);
        if (slowCall != null) {
            Range.check("breaker.slow-call", slowCall, Duration.ofMillis(1), Duration.ofHours(1));
        }
        Range.check("breaker.minimum-calls", minimumCalls, 1, 100_000);
        Range.check("breaker.window-calls", windowCalls, 1, 100_000);
        if (windowTime != null) {
            Range.check("breaker.window-time", windowTime, Duration.ofSeconds(1), Duration.ofHours(1));
        }
        Range.check("breaker.open-for", openFor, MIN_OPEN, MAX_OPEN);
        Range.check("breaker.max-open-for", maxOpenFor, openFor, MAX_OPEN);
        Range.check("breaker.probes", probes, 1, 1_000);
        Range.check("breaker.max-pause", maxPause, Duration.ZERO, MAX_OPEN);
    }

    /** The defaults, the only place where they are written. */
    public static BreakerSettings withDefaults() {
        return new BreakerSettings(
                50, 50, null, 10, 20, null, Duration.ofSeconds(5), Duration.ofMinutes(1), 3, Duration.ofMinutes(1));
    }

    /** Opens at so many percent of failed calls, or of slow ones. */
    public BreakerSettings withRates(int newFailureRate, int newSlowRate) {
        return new BreakerSettings(
                newFailureRate,
                newSlowRate,
                slowCall,
                minimumCalls,
                windowCalls,
                windowTime,
                openFor,
                maxOpenFor,
                probes,
                maxPause);
    }

    /** A call that takes so long is slow. */
    public BreakerSettings withSlowCall(@Nullable Duration newSlowCall) {
        return new BreakerSettings(
                failureRate,
                slowRate,
                newSlowCall,
                minimumCalls,
                windowCalls,
                windowTime,
                openFor,
                maxOpenFor,
                probes,
                maxPause);
    }

    /** A window of the last so many calls. */
    public BreakerSettings withWindow(int newMinimumCalls, int newWindowCalls) {
        return new BreakerSettings(
                failureRate,
                slowRate,
                slowCall,
                newMinimumCalls,
                newWindowCalls,
                null,
                openFor,
                maxOpenFor,
                probes,
                maxPause);
    }

    /** A window of the last so much time. */
    public BreakerSettings withWindow(int newMinimumCalls, Duration newWindowTime) {
        return new BreakerSettings(
                failureRate,
                slowRate,
                slowCall,
                newMinimumCalls,
                windowCalls,
                newWindowTime,
                openFor,
                maxOpenFor,
                probes,
                maxPause);
    }

    /** Open for so long at first, and at most. */
    public BreakerSettings withOpenFor(Duration newOpenFor, Duration newMaxOpenFor) {
        return new BreakerSettings(
                failureRate,
                slowRate,
                slowCall,
                minimumCalls,
                windowCalls,
                windowTime,
                newOpenFor,
                newMaxOpenFor,
                probes,
                maxPause);
    }

    /** So many calls try a half-open circuit. */
    public BreakerSettings withProbes(int newProbes) {
        return new BreakerSettings(
                failureRate,
                slowRate,
                slowCall,
                minimumCalls,
                windowCalls,
                windowTime,
                openFor,
                maxOpenFor,
                newProbes,
                maxPause);
    }
}
