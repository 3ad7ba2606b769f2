// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.store;

import dev.seaworthy.core.ratelimit.Decision.Allowed;
import dev.seaworthy.core.ratelimit.Decision.Reason;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.Window;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.ConfigurationBuilder;

/** Between our words and Bucket4j's; for the stores in this room only. */
public final class BucketMath {

    private BucketMath() {}

    /** One bandwidth for each window. Each has an id, so that a changed window inherits its own tokens. */
    public static BucketConfiguration configuration(Policy policy) {
        ConfigurationBuilder configuration = BucketConfiguration.builder();
        for (int i = 0; i < policy.windows().size(); i++) {
            Window window = policy.windows().get(i);
            configuration.addLimit(Bandwidth.builder()
                    .capacity(window.burst())
                    .refillGreedy(window.limit(), window.per())
                    .id(String.valueOf(i))
                    .build());
        }
        return configuration.build();
    }

    /** What a bucket says from which the tokens were taken. */
    public static Allowed allowed(Policy policy, BucketState after, long now) {
        int window = tightest(after);
        return new Allowed(
                policy, window, Math.max(0, after.getCurrentSize(window)), after.calculateFullRefillingTime(now));
    }

    /** What a bucket says in which there were not enough. */
    public static Refused refused(Policy policy, BucketState state, long wanted, long now) {
        int window = tightest(state);
        long reset = state.calculateFullRefillingTime(now);
        long wait = state.calculateDelayNanosAfterWillBePossibleToConsume(Math.min(wanted, policy.burst()), now, true);
        return new Refused(
                policy,
                window,
                Math.max(0, state.getCurrentSize(window)),
                reset,
                wait == Long.MAX_VALUE ? reset : wait,
                Reason.QUOTA_EXCEEDED);
    }

    private static int tightest(BucketState state) {
        int tightest = 0;
        int windows = state.getConfiguration().getBandwidths().length;
        for (int i = 1; i < windows; i++) {
            if (state.getCurrentSize(i) < state.getCurrentSize(tightest)) {
                tightest = i;
            }
        }
        return tightest;
    }
}
