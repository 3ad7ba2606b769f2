// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.shadow;

import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What clients would take if nobody stopped them: how many tokens each asks for in a window, and who would have been
 * refused. Thread-safe, of fixed size: clients that meet in one cell count as one, which makes the suggestion generous.
 */
public final class Demand {

    /** So many offenders are remembered at most, by their fingerprints. */
    public static final int MAX_OFFENDERS = 16;

    private static final int CELLS = 4_096;
    /** What busy clients do, and half as much again. */
    private static final double HEADROOM = 1.5;

    private final TimeSource time;
    private final long windowNanos;
    private final AtomicIntegerArray asked = new AtomicIntegerArray(CELLS);
    private final AtomicLong windowStart;
    private final Map<String, Long> offenders = new LinkedHashMap<>();
    private volatile Percentiles last = new Percentiles(0, 0, 0, 0);

    /** Begins to look. */
    public Demand(TimeSource time, Duration window) {
        this.time = time;
        this.windowNanos = window.toNanos();
        this.windowStart = new AtomicLong(time.nanoTime());
    }

    /**
     * What one client asked for in the busiest of the windows seen.
     *
     * @param clients how many clients that window had
     * @param half half of them asked for no more than this
     * @param most 99 of 100 asked for no more than this
     * @param max nobody asked for more than this
     */
    public record Percentiles(long clients, long half, long most, long max) {

        /** A limit that hardly anybody of them would feel; 0 before the first window is over. */
        public long suggestedLimit() {
            return (long) Math.ceil(most * HEADROOM);
        }
    }

    /** Somebody asked for tokens. */
    public void asked(LimitKey key, long tokens) {
        roll();
        asked.addAndGet(Math.floorMod(key.hashCode(), CELLS), (int) Math.min(tokens, 1 << 20));
    }

    /** Somebody would have been refused. */
    public void offended(LimitKey key) {
        synchronized (offenders) {
            String print = key.fingerprint();
            if (offenders.containsKey(print) || offenders.size() < MAX_OFFENDERS) {
                offenders.merge(print, 1L, Long::sum);
            }
        }
    }

    /** Fingerprints of some that would have been refused, and how often. */
    public Map<String, Long> offenders() {
        synchronized (offenders) {
            return new LinkedHashMap<>(offenders);
        }
    }

    /** What was asked for. */
    public Percentiles percentiles() {
        roll();
        return last;
    }

    private void roll() {
        long now = time.nanoTime();
        long start = windowStart.get();
        if (now - start < windowNanos || !windowStart.compareAndSet(start, now)) {
            return;
        }
        long[] counts = new long[CELLS];
        int clients = 0;
        for (int i = 0; i < CELLS; i++) {
            int count = asked.getAndSet(i, 0);
            if (count > 0) {
                counts[clients++] = count;
            }
        }
        if (clients > 0) {
            Arrays.sort(counts, 0, clients);
            Percentiles seen =
                    new Percentiles(clients, at(counts, clients, 0.5), at(counts, clients, 0.99), counts[clients - 1]);
            if (seen.most() >= last.most()) {
                last = seen;
            }
        }
    }

    private static long at(long[] sorted, int size, double share) {
        return sorted[Math.min(size - 1, (int) Math.ceil(share * size) - 1)];
    }
}
