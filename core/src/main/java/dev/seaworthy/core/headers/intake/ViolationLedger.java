// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts violations. Bounded: once the cap is reached, new ones are only counted together. Thread-safe. */
public final class ViolationLedger {

    private final Map<Violation, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder others = new LongAdder();
    private final int max;

    /** Keeps so many different ones. */
    public ViolationLedger(int max) {
        this.max = max;
    }

    /**
     * One violation and how often it was reported.
     *
     * @param violation what happened
     * @param count how often
     */
    public record Entry(Violation violation, long count) {}

    /** Counts one. */
    public void add(Violation violation) {
        LongAdder known = counts.get(violation);
        if (known == null) {
            synchronized (this) {
                known = counts.size() < max
                        ? counts.computeIfAbsent(violation, none -> new LongAdder())
                        : counts.getOrDefault(violation, others);
            }
        }
        known.increment();
    }

    /** Those that are kept, the most frequent first. */
    public List<Entry> entries() {
        return counts.entrySet().stream()
                .map(count -> new Entry(count.getKey(), count.getValue().sum()))
                .sorted(Comparator.comparingLong(Entry::count)
                        .reversed()
                        .thenComparing(entry -> entry.violation().toString()))
                .toList();
    }

    /** How many there was no more room for. */
    public long others() {
        return others.sum();
    }
}
