// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.door;

import dev.seaworthy.core.outbound.breaker.BreakerSettings;
import dev.seaworthy.core.outbound.range.Range;
import dev.seaworthy.core.outbound.retry.RetrySettings;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
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
        Duration attemptTimeout,
        Duration leastTime,
        int maxConcurrent,
        boolean isolated,
        boolean sendHeaders,
        @Nullable String idempotencyHeader,
        RetrySettings retry,
        BreakerSettings breaker,
        List<Refusal> refusals) {

    /** More refusals than this are not kept: there are only so many statuses. */
    public static final int MAX_REFUSALS = 100;

    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");

    /**
     * Checks the ranges and how they fit.
     *
     * @param attemptTimeout null for three tenths of {@code timeout}
     * @throws IllegalArgumentException if a value is outside of its range, or contradicts another
     */
    public OutboundSettings(
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
        Range.check("timeout", timeout, Duration.ofMillis(1), MAX_TIMEOUT);
        Duration each = attemptTimeout == null ? timeout.multipliedBy(3).dividedBy(10) : attemptTimeout;
        Range.check("attempt-timeout", each, Duration.ofNanos(300_000), timeout);
        Range.check("least-time", leastTime, Duration.ZERO, timeout);
        Range.check("max-concurrent", maxConcurrent, 1, 100_000);
        if (idempotencyHeader != null && !FIELD_NAME.matcher(idempotencyHeader).matches()) {
            throw new IllegalArgumentException("outbound idempotency-header must be an HTTP field name, got '"
                    + idempotencyHeader + "'; write for example Idempotency-Key");
        }
        Range.check("number of refusals", refusals.size(), 0, MAX_REFUSALS);
        long statuses = refusals.stream().map(Refusal::answered).distinct().count();
        if (statuses < refusals.size()) {
            throw new IllegalArgumentException("outbound refusals must name each answered status once, got '"
                    + refusals.stream().map(Refusal::answered).toList() + "'; keep one of those that are named twice");
        }
        this.timeout = timeout;
        this.attemptTimeout = each;
        this.leastTime = leastTime;
        this.maxConcurrent = maxConcurrent;
        this.isolated = isolated;
        this.sendHeaders = sendHeaders;
        this.idempotencyHeader = idempotencyHeader;
        this.retry = retry;
        this.breaker = breaker;
        this.refusals = List.copyOf(refusals);
    }

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

    /** A call that takes so long is slow: what the breaker's settings say, else the attempt timeout. */
    public Duration slowCall() {
        Duration named = breaker.slowCall();
        return named == null ? attemptTimeout : named;
    }

    /** Another time for the whole call, and three tenths of it for an attempt. */
    public OutboundSettings withTimeout(Duration newTimeout) {
        return new OutboundSettings(
                newTimeout,
                null,
                leastTime,
                maxConcurrent,
                isolated,
                sendHeaders,
                idempotencyHeader,
                retry,
                breaker,
                refusals);
    }

    /** Another time for an attempt. */
    public OutboundSettings withAttemptTimeout(Duration newAttemptTimeout) {
        return new OutboundSettings(
                timeout,
                newAttemptTimeout,
                leastTime,
                maxConcurrent,
                isolated,
                sendHeaders,
                idempotencyHeader,
                retry,
                breaker,
                refusals);
    }

    /** Another number of permits. */
    public OutboundSettings withMaxConcurrent(int newMaxConcurrent) {
        return new OutboundSettings(
                timeout,
                attemptTimeout,
                leastTime,
                newMaxConcurrent,
                isolated,
                sendHeaders,
                idempotencyHeader,
                retry,
                breaker,
                refusals);
    }

    /** On a thread of the door's own, or on that of the caller. */
    public OutboundSettings withIsolated(boolean newIsolated) {
        return new OutboundSettings(
                timeout,
                attemptTimeout,
                leastTime,
                maxConcurrent,
                newIsolated,
                sendHeaders,
                idempotencyHeader,
                retry,
                breaker,
                refusals);
    }

    /** With or without headers that tell of the attempt. */
    public OutboundSettings withSendHeaders(boolean newSendHeaders) {
        return new OutboundSettings(
                timeout,
                attemptTimeout,
                leastTime,
                maxConcurrent,
                isolated,
                newSendHeaders,
                idempotencyHeader,
                retry,
                breaker,
                refusals);
    }

    /** The header for keys that the door draws; null for none. */
    public OutboundSettings withIdempotencyHeader(@Nullable String newIdempotencyHeader) {
        return new OutboundSettings(
                timeout,
                attemptTimeout,
                leastTime,
                maxConcurrent,
                isolated,
                sendHeaders,
                newIdempotencyHeader,
                retry,
                breaker,
                refusals);
    }

    /** Other retries. */
    public OutboundSettings withRetry(RetrySettings newRetry) {
        return new OutboundSettings(
                timeout,
                attemptTimeout,
                leastTime,
                maxConcurrent,
                isolated,
                sendHeaders,
                idempotencyHeader,
                newRetry,
                breaker,
                refusals);
    }

    /** Another breaker. */
    public OutboundSettings withBreaker(BreakerSettings newBreaker) {
        return new OutboundSettings(
                timeout,
                attemptTimeout,
                leastTime,
                maxConcurrent,
                isolated,
                sendHeaders,
                idempotencyHeader,
                retry,
                newBreaker,
                refusals);
    }

    /** Other refusals. */
    public OutboundSettings withRefusals(List<Refusal> newRefusals) {
        return new OutboundSettings(
                timeout,
                attemptTimeout,
                leastTime,
                maxConcurrent,
                isolated,
                sendHeaders,
                idempotencyHeader,
                retry,
                breaker,
                newRefusals);
    }
}
