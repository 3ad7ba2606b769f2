// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.Decision.Allowed;
import dev.seaworthy.core.ratelimit.Decision.Reason;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.core.ratelimit.store.Buckets;
import dev.seaworthy.core.telemetry.Telemetry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** One policy's buckets in a shared store, with what holds while that is down. */
final class SharedBuckets implements Buckets {

    /** So many keys are kept that a store has just said no to. */
    static final int MAX_LANES = 10_000;

    private static final int TIDY_EVERY = 1_000;

    private final SharedStore store;
    private final Buckets share;
    private final ConcurrentHashMap<LimitKey, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicLong driven = new AtomicLong();
    private final Telemetry.Counter byRule;
    private volatile Policy policy;

    SharedBuckets(Policy policy, SharedStore store) {
        this.policy = policy;
        this.store = store;
        this.share = store.local().open(policy.sharedBy(store.settings().nodes()));
        this.byRule = store.telemetry().counter("seaworthy.ratelimit.store_down", "policy", policy.name());
    }

    @Override
    public Decision take(LimitKey key, long tokens) {
        Policy now = policy;
        if (!store.isUp()) {
            return byRule(now, key, tokens);
        }
        Lane.Ask ask = new Lane.Ask(tokens);
        Lane lane = laneFor(key, ask, now);
        try {
            return store.await(ask);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            store.failed("error", cause == null ? failed : cause);
        } catch (TimeoutException late) {
            store.failed("deadline", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            boolean crowded = lanes.size() > MAX_LANES;
            lanes.computeIfPresent(
                    key, (same, seen) -> seen == lane && (crowded ? seen.isQuiet() : seen.isIdle()) ? null : seen);
        }
        return byRule(now, key, tokens);
    }

    @Override
    public void giveBack(LimitKey key, long tokens) {
        Policy now = policy;
        lanes.computeIfPresent(key, (same, lane) -> lane.forgetNo());
        if (store.isUp()) {
            store.run(() -> store.remote().giveBack(now, key, tokens));
        } else {
            share.giveBack(key, tokens);
        }
    }

    @Override
    public void change(Policy next) {
        share.change(next.sharedBy(store.settings().nodes()));
        policy = next;
    }

    @Override
    public int tracked() {
        return share.tracked() + lanes.size();
    }

    /** Whether the store has no call of ours under way; for tests. */
    boolean isSettled() {
        return store.isSettled();
    }

    private Lane laneFor(LimitKey key, Lane.Ask ask, Policy now) {
        boolean[] first = new boolean[1];
        Lane lane = lanes.compute(key, (same, known) -> {
            Lane open = known != null ? known : new Lane(key, store.remote(), store.time()::nanoTime);
            first[0] = open.join(ask, now);
            return open;
        });
        if (first[0]) {
            drive(lane);
        }
        return lane;
    }

    private void drive(Lane lane) {
        if (driven.incrementAndGet() % TIDY_EVERY == 0) {
            lanes.values().removeIf(Lane::isIdle);
            store.run(() -> store.remote().tidy());
        }
        if (!store.run(() -> lane.drain(() -> policy))) {
            Lane.fail(lane.stop(), new IllegalStateException("all connections to the store are busy"));
        }
    }

    private Decision byRule(Policy now, LimitKey key, long tokens) {
        byRule.increment();
        Window window = now.windows().get(0);
        return switch (now.storeDown()) {
            case ALLOW -> new Allowed(now, 0, window.burst(), 0);
            case DENY -> new Refused(now, 0, 0, 0, StoreHealth.LONGEST_PAUSE.toNanos(), Reason.REDUCED_CAPACITY);
            case LOCAL_SHARE -> share.take(key, tokens);
        };
    }
}
