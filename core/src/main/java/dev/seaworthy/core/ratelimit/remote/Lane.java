// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.store.BucketMath;
import io.github.bucket4j.BucketState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All requests of one key that wait for the store: one call asks for the tokens of all that came while the call before was
 * under way, so that a busy key costs the store no more than a quiet one. A store that has just said when there will be
 * tokens again is not asked before.
 */
final class Lane {

    private final LimitKey key;
    private final RemoteBuckets remote;
    private final LongSupplier clock;
    private List<Ask> waiting = new ArrayList<>();
    private boolean underWay;
    private long emptyUntil;
    private Decision.@Nullable Refused lastNo;

    /** One request that waits for the store's answer. */
    static final class Ask extends CompletableFuture<Decision> {

        private final long tokens;

        Ask(long tokens) {
            this.tokens = tokens;
        }
    }

    Lane(LimitKey key, RemoteBuckets remote, LongSupplier clock) {
        this.key = key;
        this.remote = remote;
        this.clock = clock;
    }

    /** Whether somebody has to be found who runs {@link #drain}. Answers at once what is known without asking. */
    synchronized boolean join(Ask ask, Policy policy) {
        Decision.Refused no = lastNo;
        long left = emptyUntil - clock.getAsLong();
        if (no != null && left > 0 && no.policy() == policy) {
            ask.complete(new Decision.Refused(policy, no.window(), 0, no.resetNanos(), left, no.reason()));
            return false;
        }
        waiting.add(ask);
        boolean first = !underWay;
        underWay = true;
        return first;
    }

    /**
     * Asks until nobody waits. Whoever waits when the store fails hears of it.
     *
     * @param policy what holds now: it may change while others go on joining
     */
    void drain(Supplier<Policy> policy) {
        List<Ask> batch = next();
        while (!batch.isEmpty()) {
            try {
                answer(policy.get(), batch);
            } catch (Throwable failure) {
                fail(batch, failure);
                fail(stop(), failure);
                return;
            }
            batch = next();
        }
    }

    /** Nobody came to run {@link #drain}. */
    synchronized List<Ask> stop() {
        List<Ask> left = waiting;
        waiting = new ArrayList<>();
        underWay = false;
        return left;
    }

    /** Asks again: tokens came back otherwise than by time. */
    synchronized Lane forgetNo() {
        lastNo = null;
        return this;
    }

    /** Whether nobody waits. */
    synchronized boolean isQuiet() {
        return !underWay && waiting.isEmpty();
    }

    /** Whether nobody waits, and nothing would be forgotten with it. */
    synchronized boolean isIdle() {
        return isQuiet() && (lastNo == null || emptyUntil - clock.getAsLong() <= 0);
    }

    static void fail(List<Ask> asks, Throwable failure) {
        asks.forEach(ask -> ask.completeExceptionally(failure));
    }

    private synchronized List<Ask> next() {
        List<Ask> batch = waiting;
        waiting = new ArrayList<>();
        underWay = !batch.isEmpty();
        return batch;
    }

    private void answer(Policy policy, List<Ask> batch) {
        long wanted = 0;
        for (Ask ask : batch) {
            wanted += ask.tokens;
        }
        RemoteBuckets.Took took = remote.takeUpTo(policy, key, wanted);
        BucketState state = took.after().copy();
        state.addTokens(took.tokens());
        long left = took.tokens();
        for (Ask ask : batch) {
            if (ask.tokens <= left) {
                left -= ask.tokens;
                state.consume(ask.tokens);
                ask.complete(BucketMath.allowed(policy, state, took.now()));
            } else {
                Decision.Refused refused = BucketMath.refused(policy, state, ask.tokens, took.now());
                remember(refused, left);
                ask.complete(refused);
            }
        }
        if (left > 0) {
            remote.giveBack(policy, key, left);
        }
    }

    /** Only where not even one token was left: somebody else may want less than this one did. */
    private synchronized void remember(Decision.Refused refused, long left) {
        if (left == 0 && refused.remaining() == 0) {
            lastNo = refused;
            emptyUntil = clock.getAsLong() + refused.waitNanos();
        }
    }
}
