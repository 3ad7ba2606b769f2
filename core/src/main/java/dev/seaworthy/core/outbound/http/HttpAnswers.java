// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.http;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.rule.RetryAfter;
import dev.seaworthy.core.error.rule.UpstreamFailures;
import dev.seaworthy.core.outbound.door.Refusal;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a status of one service means to us: the service's own refusals, and for the rest the table that the error desk has,
 * too. Thread-safe.
 *
 * @see dev.seaworthy.core.outbound.ExternalService#answers()
 */
public final class HttpAnswers {

    /** How long a service that asks us to slow down, but does not say until when, is left alone. */
    public static final Duration UNSAID = Duration.ofSeconds(1);

    private final Map<Integer, Refusal> refusals;
    private final TimeSource time;

    /** Knows which statuses are refusals in the service's business. */
    public HttpAnswers(List<Refusal> refusals, TimeSource time) {
        this.refusals = refusals.stream().collect(Collectors.toUnmodifiableMap(Refusal::answered, Function.identity()));
        this.time = time;
    }

    /**
     * What an answer means.
     *
     * @param status any number
     * @param retryAfter the header of that name, null where there is none
     * @return null below 400: that is no failure
     */
    public @Nullable Classification classify(int status, @Nullable String retryAfter) {
        if (status < 400) {
            return null;
        }
        Refusal refusal = refusals.get(status);
        if (refusal != null) {
            return refusal.classification();
        }
        Instant now = time.now();
        Classification known = UpstreamFailures.answered(status, retryAfter, now);
        boolean unsaid = status == 429 && RetryAfter.parse(retryAfter, now) == null;
        return unsaid ? known.withRetryAfter(UNSAID) : known;
    }
}
