// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.telemetry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/**
 * Counters of every room. They count with or without a metrics library; one that is present reads them. Names begin with
 * {@code seaworthy.<room>.}. Thread-safe; counting never throws and never blocks.
 *
 * <p>Bounded: beyond {@value #MAX_SERIES} series, new tag values of a counter are counted together under the tag value
 * {@code other}.
 */
public final class Telemetry {

    /** More series than this are never kept. */
    public static final int MAX_SERIES = 1_000;

    private static final String OTHER = "other";

    private final Map<Series, LongAdder> counts = new ConcurrentHashMap<>();
    private final List<BiConsumer<Series, LongAdder>> listeners = new CopyOnWriteArrayList<>();

    /**
     * What is counted.
     *
     * @param name {@code seaworthy.<room>.<what>}
     * @param tag the tag's name, empty for a counter without one
     * @param value the tag's value, empty for a counter without one
     */
    public record Series(String name, String tag, String value) {}

    /** Counts one. */
    public void count(String name) {
        count(name, "", "");
    }

    /** Counts one. {@code value} must come from a small set: never an id, a path, or what a client sent. */
    public void count(String name, String tag, String value) {
        Series series = new Series(name, tag, value);
        LongAdder adder = counts.get(series);
        (adder != null ? adder : open(series)).increment();
    }

    /** The count so far; 0 for what was never counted. */
    public long total(String name, String tag, String value) {
        LongAdder adder = counts.get(new Series(name, tag, value));
        return adder == null ? 0 : adder.sum();
    }

    /** The count so far of a counter without a tag. */
    public long total(String name) {
        return total(name, "", "");
    }

    /** All counts, by {@code name} or {@code name{tag=value}}, sorted. A snapshot. */
    public Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        counts.forEach((series, adder) -> totals.put(
                series.tag().isEmpty()
                        ? series.name()
                        : series.name() + '{' + series.tag() + '=' + series.value() + '}',
                adder.sum()));
        return totals;
    }

    /** Hears of every series, those already open included, once each; a listener that throws is not asked again for that series. */
    void onSeries(BiConsumer<Series, LongAdder> listener) {
        listeners.add(listener);
        counts.forEach(listener);
    }

    private LongAdder open(Series series) {
        Series kept = counts.size() < MAX_SERIES || series.value().isEmpty()
                ? series
                : new Series(series.name(), series.tag(), OTHER);
        LongAdder fresh = new LongAdder();
        LongAdder known = counts.putIfAbsent(kept, fresh);
        if (known != null) {
            return known;
        }
        listeners.forEach(listener -> listener.accept(kept, fresh));
        return fresh;
    }
}
