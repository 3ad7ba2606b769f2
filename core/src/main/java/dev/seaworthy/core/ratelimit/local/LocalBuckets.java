// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.local;

import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.store.Buckets;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One policy's buckets. Only a bucket that is full again is ever forgotten, so a client cannot lose its past to a flood of
 * others; where there is no room, a new key shares a bucket with the whole neighbourhood of its network.
 */
final class LocalBuckets implements Buckets {

    private static final int SHARED_BUCKETS = 1_024;
    private static final int LOOKS = 2;
    private static final int LOOKS_WHEN_FULL = 4;

    private final ConcurrentHashMap<LimitKey, Cell> cells = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<Cell> shared = new AtomicReferenceArray<>(SHARED_BUCKETS);
    private final AtomicInteger tracked = new AtomicInteger();
    private final int maxKeys;
    private final TimeSource time;
    private final Telemetry.Counter overflow;
    private final Sweep sweep = new Sweep(cells, tracked);
    private volatile Rule rule;

    LocalBuckets(Policy policy, int maxKeys, TimeSource time, Telemetry telemetry) {
        this.maxKeys = maxKeys;
        this.time = time;
        this.overflow = telemetry.counter("seaworthy.ratelimit.overflow", "policy", policy.name());
        this.rule = Rule.of(policy);
    }

    @Override
    public Decision take(LimitKey key, long tokens) {
        long now = time.nanoTime();
        while (true) {
            Cell known = cells.get(key);
            Cell cell = known != null ? known : open(key, now);
            Decision decision = cell.take(rule, tokens, now);
            if (decision != null) {
                return decision;
            }
            cells.remove(key, cell);
        }
    }

    @Override
    public void giveBack(LimitKey key, long tokens) {
        long now = time.nanoTime();
        Cell own = cells.get(key);
        Cell cell = own != null ? own : shared.get(place(key));
        if (cell != null) {
            cell.giveBack(rule, tokens, now);
        }
    }

    @Override
    public void change(Policy next) {
        rule = Rule.of(next);
    }

    @Override
    public int tracked() {
        return cells.size();
    }

    private Cell open(LimitKey key, long now) {
        sweep.look(LOOKS, rule, now);
        if (!reserve()) {
            sweep.look(LOOKS_WHEN_FULL, rule, now);
            if (!reserve()) {
                overflow.increment();
                return shared(place(key), now);
            }
        }
        Cell fresh = new Cell(rule, now);
        Cell known = cells.putIfAbsent(key, fresh);
        if (known == null) {
            return fresh;
        }
        tracked.decrementAndGet();
        return known;
    }

    private boolean reserve() {
        if (tracked.incrementAndGet() <= maxKeys) {
            return true;
        }
        tracked.decrementAndGet();
        return false;
    }

    private Cell shared(int place, long now) {
        Cell known = shared.get(place);
        if (known != null) {
            return known;
        }
        Cell fresh = new Cell(rule, now);
        Cell quicker = shared.compareAndExchange(place, null, fresh);
        return quicker == null ? fresh : quicker;
    }

    private static int place(LimitKey key) {
        return Math.floorMod(key.neighbourhood(), SHARED_BUCKETS);
    }
}
