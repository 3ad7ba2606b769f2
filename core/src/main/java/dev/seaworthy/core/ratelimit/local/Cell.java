// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.local;

import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.store.BucketMath;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.MathType;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One key's bucket. Holds Bucket4j's state itself rather than its bucket, which would be two objects more for each key.
 * Once retired it holds nothing, and whoever still has it must look the key up again.
 */
final class Cell extends AtomicReference<@Nullable BucketState> {

    private static final long serialVersionUID = 1L;

    Cell(Rule rule, long now) {
        super(BucketState.createInitialState(rule.configuration(), MathType.INTEGER_64_BITS, now));
    }

    /** Null if it was retired. */
    @Nullable
    Decision take(Rule rule, long tokens, long now) {
        while (true) {
            BucketState before = get();
            if (before == null) {
                return null;
            }
            BucketState after = refilled(before, rule, now);
            if (after.getAvailableTokens() < tokens) {
                return BucketMath.refused(rule.policy(), after, tokens, now);
            }
            after.consume(tokens);
            if (compareAndSet(before, after)) {
                return BucketMath.allowed(rule.policy(), after, now);
            }
        }
    }

    void giveBack(Rule rule, long tokens, long now) {
        while (true) {
            BucketState before = get();
            if (before == null) {
                return; // it was full
            }
            BucketState after = refilled(before, rule, now);
            after.addTokens(tokens);
            if (compareAndSet(before, after)) {
                return;
            }
        }
    }

    /** Whether it was equal to a fresh one, and is nobody's any more. */
    boolean retire(Rule rule, long now) {
        BucketState state = get();
        return state != null
                && refilled(state, rule, now).calculateFullRefillingTime(now) == 0
                && compareAndSet(state, null);
    }

    private static BucketState refilled(BucketState before, Rule rule, long now) {
        BucketState state = before.copy();
        state.refillAllBandwidth(now);
        return state.getConfiguration() == rule.configuration()
                ? state
                : state.replaceConfiguration(rule.configuration(), TokensInheritanceStrategy.PROPORTIONALLY, now);
    }
}
