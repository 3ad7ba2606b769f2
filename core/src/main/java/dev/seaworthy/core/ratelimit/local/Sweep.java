// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.local;

import dev.seaworthy.core.ratelimit.LimitKey;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Walks around a table, a few entries at a time, and takes out the buckets that are full again. Nobody waits for it. */
final class Sweep {

    private final ConcurrentHashMap<LimitKey, Cell> cells;
    private final AtomicInteger tracked;
    private final ReentrantLock walking = new ReentrantLock();
    private Iterator<Map.Entry<LimitKey, Cell>> next;

    Sweep(ConcurrentHashMap<LimitKey, Cell> cells, AtomicInteger tracked) {
        this.cells = cells;
        this.tracked = tracked;
        this.next = cells.entrySet().iterator();
    }

    void look(int entries, Rule rule, long now) {
        if (!walking.tryLock()) {
            return;
        }
        try {
            for (int i = 0; i < entries; i++) {
                if (!next.hasNext()) {
                    next = cells.entrySet().iterator();
                    return;
                }
                Map.Entry<LimitKey, Cell> entry = next.next();
                if (entry.getValue().retire(rule, now)) {
                    cells.remove(entry.getKey(), entry.getValue());
                    tracked.decrementAndGet();
                }
            }
        } finally {
            walking.unlock();
        }
    }
}
