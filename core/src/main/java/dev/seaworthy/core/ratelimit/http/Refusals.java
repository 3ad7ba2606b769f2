// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.http;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.ratelimit.Decision.Reason;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal is to an HTTP client: 429, or 503 where the store is to blame, with the problem types of the RateLimit
 * draft and the policies that were violated. Thread-safe.
 */
public final class Refusals {

    private static final double JITTER = 0.2;
    private static final int MAX_KNOWN = 1_000;

    // All that is the same for each refusal is made once.
    private final Map<Policy, @Nullable Classification[]> byPolicy = new ConcurrentHashMap<>();
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
        @Nullable Classification @Nullable [] known = byPolicy.get(refused.policy());
        @Nullable Classification[] all = known != null ? known : remembered(refused.policy());
        int index = refused.reason().ordinal() * Policy.MAX_WINDOWS + refused.window();
        Classification base = all[index];
        if (base == null) {
            base = base(refused);
            all[index] = base; // whoever else writes here writes the same
        }
        return base.withRetryAfter(Duration.ofSeconds(retryAfterSeconds));
    }

    private @Nullable Classification[] remembered(Policy policy) {
        @Nullable Classification[] fresh = new Classification[Reason.values().length * Policy.MAX_WINDOWS];
        if (byPolicy.size() < MAX_KNOWN) {
            byPolicy.put(policy, fresh);
        }
        return fresh;
    }

    private static Classification base(Refused refused) {
        FailureClass row =
                refused.reason() == Reason.REDUCED_CAPACITY ? FailureClass.LOCALLY_REFUSED : FailureClass.RATE_LIMITED;
        return Classification.of(row)
                .withCode(refused.reason().name())
                .withMember(
                        "violated-policies", List.of(RateLimitFields.windowName(refused.policy(), refused.window())));
    }
}
