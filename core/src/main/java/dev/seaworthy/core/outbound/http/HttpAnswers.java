// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.http;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.outbound.door.Refusal;
import dev.seaworthy.core.outbound.judge.Verdicts;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a status of one service means to us. Thread-safe.
 *
 * @see dev.seaworthy.core.outbound.ExternalService#answers()
 */
public final class HttpAnswers {

    /** How long a service that asks us to slow down, but does not say until when, is left alone. */
    public static final Duration UNSAID = Duration.ofSeconds(1);

    private static final Classification REFUSED = Classification.of(FailureClass.UPSTREAM_REFUSED);
    private static final Classification FAILED = Classification.of(FailureClass.NO_CERTAIN_ANSWER);
    private static final Classification THROTTLED = Classification.of(FailureClass.UPSTREAM_THROTTLED);

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
        Duration wait = RetryAfter.parse(retryAfter, time.now());
        return switch (status) {
            case 429 -> THROTTLED.withRetryAfter(wait == null ? UNSAID : wait);
            case 408, 425, 504 -> waiting(Verdicts.TIMED_OUT, wait);
            default -> status < 500 ? REFUSED : waiting(FAILED, wait);
        };
    }

    private static Classification waiting(Classification row, @Nullable Duration wait) {
        return wait == null ? row : row.withRetryAfter(wait);
    }
}
