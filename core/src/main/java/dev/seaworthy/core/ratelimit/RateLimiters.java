// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit;

import dev.seaworthy.core.ratelimit.penalty.PenaltyBox;
import dev.seaworthy.core.ratelimit.shadow.Demand.Percentiles;
import dev.seaworthy.core.ratelimit.store.BucketStore;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All policies by their names, over one store. Thread-safe. */
public final class RateLimiters implements AutoCloseable {

    private final BucketStore store;
    private final Map<String, RateLimiter> byName;

    RateLimiters(RateLimitersBuilder parts) {
        this.store = parts.store();
        Map<String, RateLimiter> limiters = new LinkedHashMap<>();
        parts.policies()
                .forEach((name, policy) -> limiters.put(
                        name,
                        new RateLimiter(
                                policy,
                                store,
                                parts.time(),
                                parts.telemetry(),
                                parts.penalty() == null ? null : new PenaltyBox(parts.penalty(), parts.time()))));
        this.byName = Collections.unmodifiableMap(limiters);
    }

    /** Sets them up. */
    public static RateLimitersBuilder builder() {
        return new RateLimitersBuilder();
    }

    /**
     * The limiter of a policy.
     *
     * @throws IllegalArgumentException if there is no policy of this name; the message says which there are
     */
    public RateLimiter get(String policy) {
        return find(policy)
                .orElseThrow(() -> new IllegalArgumentException("rate limit policy does not exist, got '" + policy
                        + "'; there are " + byName.keySet() + ", declare it or correct the name"));
    }

    /** The limiter of a policy, where there is one. */
    public Optional<RateLimiter> find(String policy) {
        return Optional.ofNullable(byName.get(policy));
    }

    /** All of them, in the order in which they were declared. */
    public Collection<RateLimiter> all() {
        return byName.values();
    }

    /** Each policy in one line, for reports: its windows, how many clients are remembered, what its shadow has seen. */
    public Map<String, String> describe() {
        Map<String, String> lines = new LinkedHashMap<>();
        byName.forEach((name, limiter) -> lines.put(name, line(limiter)));
        return lines;
    }

    /** In words, where tokens are kept. */
    public String storeDescription() {
        return store.description();
    }

    /** Closes the store. */
    @Override
    public void close() {
        store.close();
    }

    private static String line(RateLimiter limiter) {
        Policy policy = limiter.policy();
        StringBuilder line = new StringBuilder();
        policy.windows()
                .forEach(window -> line.append(line.isEmpty() ? "" : " and ").append(window));
        line.append("; ").append(limiter.tracked()).append(" clients now");
        if (policy.shadow()) {
            line.append("; shadow, refuses nobody");
        }
        Percentiles seen = limiter.demand().percentiles();
        if (seen.clients() > 0) {
            line.append("; asked for in a window: half up to ")
                    .append(seen.half())
                    .append(", 99 of 100 up to ")
                    .append(seen.most())
                    .append(", most ")
                    .append(seen.max())
                    .append(", so a limit of ")
                    .append(seen.suggestedLimit())
                    .append(" would hurt hardly anybody");
        }
        Map<String, Long> offenders = limiter.demand().offenders();
        if (!offenders.isEmpty()) {
            line.append("; would be refused, some: ").append(offenders);
        }
        return line.toString();
    }
}
