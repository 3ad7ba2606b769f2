// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit;

import dev.seaworthy.core.ratelimit.local.LocalStore;
import dev.seaworthy.core.ratelimit.penalty.PenaltySettings;
import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets {@link RateLimiters} up. Not thread-safe; what it builds is. */
public final class RateLimitersBuilder {

    /** More policies are never kept: each is a tag of several metrics. */
    public static final int MAX_POLICIES = 100;

    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private TimeSource time = TimeSource.system();
    private Telemetry telemetry = new Telemetry();
    private @Nullable BucketStore store;
    private @Nullable PenaltySettings penalty;

    RateLimitersBuilder() {}

    /**
     * One more policy.
     *
     * @throws IllegalArgumentException if there is one of this name, or there are too many
     */
    public RateLimitersBuilder policy(Policy policy) {
        if (policies.putIfAbsent(policy.name(), policy) != null) {
            throw new IllegalArgumentException(
                    "rate limit policy must not be declared twice, got '" + policy.name() + "' again; rename one");
        }
        if (policies.size() > MAX_POLICIES) {
            throw new IllegalArgumentException("rate limit policies are too many, got '" + policies.size()
                    + "'; at most " + MAX_POLICIES + " are kept apart, let routes share one");
        }
        return this;
    }

    /** Where tokens are kept; in this process unless given. */
    public RateLimitersBuilder store(BucketStore where) {
        store = where;
        return this;
    }

    /** Shuts out who does not listen to refusals; nobody unless given. */
    public RateLimitersBuilder penalty(PenaltySettings settings) {
        penalty = settings;
        return this;
    }

    /** The clock. */
    public RateLimitersBuilder time(TimeSource source) {
        time = source;
        return this;
    }

    /** Where things are counted. */
    public RateLimitersBuilder telemetry(Telemetry counters) {
        telemetry = counters;
        return this;
    }

    /** Puts the policies to use. */
    public RateLimiters build() {
        return new RateLimiters(this);
    }

    Map<String, Policy> policies() {
        return policies;
    }

    BucketStore store() {
        return store != null ? store : new LocalStore(LocalStore.MAX_KEYS, time, telemetry);
    }

    TimeSource time() {
        return time;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    @Nullable
    PenaltySettings penalty() {
        return penalty;
    }
}
