// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit;

import dev.seaworthy.core.ratelimit.Decision.Allowed;
import dev.seaworthy.core.ratelimit.Decision.Reason;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.penalty.PenaltyBox;
import dev.seaworthy.core.ratelimit.shadow.Demand;
import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.ratelimit.store.Buckets;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * One policy, put to use. Thread-safe. Never waits for tokens; with a shared store it waits for the store, at most the
 * store's deadline. Made by {@link RateLimiters}.
 *
 * <p>Counts {@code seaworthy.ratelimit.allowed}, {@code .refused}, {@code .would_refuse} and {@code .shut_out}, each with the
 * tag {@code policy}.
 */
public final class RateLimiter {

    private final TimeSource time;
    private final Buckets buckets;
    private final @Nullable PenaltyBox penalties;
    private final Telemetry.Counter allowed;
    private final Telemetry.Counter refused;
    private final Telemetry.Counter wouldRefuse;
    private final Telemetry.Counter shutOut;
    private volatile Policy policy;
    private volatile Demand demand;

    RateLimiter(
            Policy policy, BucketStore store, TimeSource time, Telemetry telemetry, @Nullable PenaltyBox penalties) {
        this.policy = policy;
        this.time = time;
        this.buckets = store.open(policy);
        this.penalties = penalties;
        this.demand = demand(policy);
        this.allowed = telemetry.counter("seaworthy.ratelimit.allowed", "policy", policy.name());
        this.refused = telemetry.counter("seaworthy.ratelimit.refused", "policy", policy.name());
        this.wouldRefuse = telemetry.counter("seaworthy.ratelimit.would_refuse", "policy", policy.name());
        this.shutOut = telemetry.counter("seaworthy.ratelimit.shut_out", "policy", policy.name());
    }

    /** Takes one token. */
    public Decision tryAcquire(LimitKey key) {
        return tryAcquire(key, 1);
    }

    /**
     * Takes tokens from all windows, or none.
     *
     * @param cost how many, 1 or more; more than the smallest burst is always refused
     * @throws IllegalArgumentException if that is less than 1
     */
    public Decision tryAcquire(LimitKey key, long cost) {
        if (policy.shadow()) {
            return observe(key, cost);
        }
        checkCost(cost);
        long closed = penalties == null ? 0 : penalties.shutOutFor(key);
        if (closed > 0) {
            refused.increment();
            return new Refused(policy, 0, 0, closed, closed, Reason.ABNORMAL_USAGE);
        }
        Decision decision = buckets.take(key, cost);
        if (decision instanceof Allowed) {
            allowed.increment();
        } else {
            refused.increment();
            if (penalties != null && penalties.refused(key)) {
                shutOut.increment();
            }
        }
        return decision;
    }

    /** Takes tokens as {@link #tryAcquire} does, and says yes even where there are none: the answer tells what it would be. */
    public Allowed observe(LimitKey key, long cost) {
        checkCost(cost);
        demand.asked(key, cost);
        Decision decision = buckets.take(key, cost);
        if (decision instanceof Allowed yes) {
            allowed.increment();
            return yes;
        }
        wouldRefuse.increment();
        demand.offended(key);
        return new Allowed(policy, decision.window(), decision.remaining(), decision.resetNanos(), true);
    }

    /** Puts tokens back: what they were taken for did not count after all. */
    public void giveBack(LimitKey key, long cost) {
        checkCost(cost);
        buckets.giveBack(key, cost);
    }

    /**
     * Goes on with other limits, at once and for all clients. What a client has used up stays used up, in proportion.
     *
     * @throws IllegalArgumentException if the name is another one
     */
    public void change(Policy next) {
        if (!next.name().equals(policy.name())) {
            throw new IllegalArgumentException("policy cannot be renamed while it holds, got '" + next.name()
                    + "' for '" + policy.name() + "'; declare a new one");
        }
        demand = demand(next);
        policy = next;
        buckets.change(next);
    }

    /** What holds now. */
    public Policy policy() {
        return policy;
    }

    /** How many clients are remembered in this process. */
    public int tracked() {
        return buckets.tracked();
    }

    /** What clients asked for while nobody stopped them. */
    public Demand demand() {
        return demand;
    }

    private Demand demand(Policy watched) {
        return new Demand(time, watched.windows().get(0).per());
    }

    private static void checkCost(long cost) {
        if (cost < 1) {
            throw new IllegalArgumentException(
                    "cost must be 1 or more, got '" + cost + "'; do not ask for what costs nothing");
        }
    }
}
