// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.outbound.breaker.BreakerSettings;
import dev.seaworthy.core.outbound.door.OutboundSettings;
import dev.seaworthy.core.outbound.door.Refusal;
import dev.seaworthy.core.outbound.retry.RetrySettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be chosen about one service.
 *
 * @param hosts where it lives, as host or host:port; requests of the clients that Boot builds go through its door by
 *     themselves
 * @param mode who decides whether calls go out: the breaker (automatic), or a person
 * @param timeout how long a call may take in all, waits and further attempts included
 * @param attemptTimeout how long one attempt may take; not set, three tenths of timeout
 * @param leastTime with less time left, an attempt is not begun
 * @param maxConcurrent so many attempts may be under way at once, more are refused
 * @param isolated whether calls run on a thread of the door's own, so that the caller is free when the time is over
 * @param sendHeaders whether the service is told how much time is left and which attempt it is
 * @param idempotencyHeader the header in which the door sends a key with calls that are not idempotent; not set, none
 * @param refusals statuses by which the service says no in words of its business, each with our code
 * @param retry whether and when to try again
 * @param breaker when to stop calling
 */
record ServiceProperties(
        @DefaultValue List<String> hosts,
        @DefaultValue("automatic") BreakerMode mode,
        @DefaultValue("10s") Duration timeout,
        @Nullable Duration attemptTimeout,
        @DefaultValue("10ms") Duration leastTime,
        @DefaultValue("64") int maxConcurrent,
        @DefaultValue("false") boolean isolated,
        @DefaultValue("true") boolean sendHeaders,
        @Nullable String idempotencyHeader,
        @DefaultValue Map<Integer, String> refusals,
        @DefaultValue Retry retry,
        @DefaultValue Breaker breaker) {

    ServiceProperties {
        hosts = List.copyOf(hosts);
        refusals = Map.copyOf(refusals);
    }

    /**
     * Trying again.
     *
     * @param maxAttempts how often in all, the first time included; 1 switches it off
     * @param backoff the wait before the second attempt is drawn between zero and this
     * @param maxBackoff the bound doubles with each attempt, up to this
     * @param budgetPercent of recent calls so many percent may be repeated
     * @param budgetFloor so many may be repeated in ten seconds, however few the calls are
     */
    record Retry(
            @DefaultValue("3") int maxAttempts,
            @DefaultValue("100ms") Duration backoff,
            @DefaultValue("2s") Duration maxBackoff,
            @DefaultValue("20") int budgetPercent,
            @DefaultValue("3") int budgetFloor) {}

    /**
     * Stopping to call.
     *
     * @param failureRate it opens when so many percent of the calls in the window fail
     * @param slowRate it opens when so many percent of the calls in the window are slow
     * @param slowCall a call that takes so long is slow; not set, as long as attempt-timeout
     * @param minimumCalls it never opens on fewer calls in the window
     * @param windowCalls the window is the last so many calls; not used where window-time is set
     * @param windowTime the window is the last so much time, in whole seconds; not set, a window of calls
     * @param openFor how long it stays open the first time
     * @param maxOpenFor the open time doubles each time that a probe fails, up to this
     * @param probes how many calls try a half-open circuit
     * @param maxPause the longest pause that a service may ask for
     */
    record Breaker(
            @DefaultValue("50") int failureRate,
            @DefaultValue("50") int slowRate,
            @Nullable Duration slowCall,
            @DefaultValue("10") int minimumCalls,
            @DefaultValue("20") int windowCalls,
            @Nullable Duration windowTime,
            @DefaultValue("5s") Duration openFor,
            @DefaultValue("1m") Duration maxOpenFor,
            @DefaultValue("3") int probes,
            @DefaultValue("1m") Duration maxPause) {}

    /** The same in the words of core, which checks them. */
    OutboundSettings settings() {
        return new OutboundSettings(
                timeout,
                attemptTimeout,
                leastTime,
                maxConcurrent,
                isolated,
                sendHeaders,
                idempotencyHeader,
                new RetrySettings(
                        retry.maxAttempts(),
                        retry.backoff(),
                        retry.maxBackoff(),
                        retry.budgetPercent(),
                        retry.budgetFloor()),
                new BreakerSettings(
                        breaker.failureRate(),
                        breaker.slowRate(),
                        breaker.slowCall(),
                        breaker.minimumCalls(),
                        breaker.windowCalls(),
                        breaker.windowTime(),
                        breaker.openFor(),
                        breaker.maxOpenFor(),
                        breaker.probes(),
                        breaker.maxPause()),
                new TreeMap<>(refusals)
                        .entrySet().stream()
                                .map(refusal -> Refusal.of(refusal.getKey(), refusal.getValue()))
                                .toList());
    }
}
