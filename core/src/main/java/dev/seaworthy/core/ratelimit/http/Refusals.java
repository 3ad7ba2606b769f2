// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.http;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.ratelimit.Decision.Reason;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What a refusal is to an HTTP client: 429, or 503 where the store is to blame, with the problem types of the RateLimit
 * draft and the policies that were violated. Thread-safe.
 */
public final class Refusals {

    private static final double JITTER = 0.2;

    private final DoubleSupplier random;

    /** Spreads clients by chance. */
    public Refusals() {
        this(() -> ThreadLocalRandom.current().nextDouble());
    }

    Refusals(DoubleSupplier from0To1) {
        this.random = from0To1;
    }

    /**
     * When to come back: rounded up, one second at least, and up to a fifth and a second later than necessary, because who
     * was refused together should not return together.
     */
    public long retryAfterSeconds(Refused refused) {
        long earliest = Math.max(1, RateLimitFields.wholeSeconds(refused.waitNanos()));
        return earliest + (long) (random.getAsDouble() * (earliest * JITTER + 1));
    }

    /** For the error desk. */
    public Classification classify(Refused refused, long retryAfterSeconds) {
        FailureClass row =
                refused.reason() == Reason.REDUCED_CAPACITY ? FailureClass.LOCALLY_REFUSED : FailureClass.RATE_LIMITED;
        return Classification.of(row)
                .withCode(refused.reason().name())
                .withRetryAfter(Duration.ofSeconds(retryAfterSeconds))
                .withMember(
                        "violated-policies", List.of(RateLimitFields.windowName(refused.policy(), refused.window())));
    }
}
