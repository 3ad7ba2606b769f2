// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.telemetry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;

/**
 * Counters of every room. They count with or without a metrics library; one that is present reads them. Names begin with
 * {@code seaworthy.<room>.}. Thread-safe; counting never throws, and waits for nothing but other first counts of a series.
 *
 * <p>Bounded: of at most {@value #MAX_SERIES} series, a tenth is kept for what is shared. Once
 * the others are taken, new series of a counter are counted together under the tag value {@code other}; once the shared
 * ones are taken too, everything new is counted as {@code seaworthy.telemetry.overflow}. No count is ever lost.
 */
public final class Telemetry {

    /** More series than this are never kept. */
    public static final int MAX_SERIES = 1_000;

    /** More gauges than this are not shown; each one left out is counted as {@code seaworthy.telemetry.overflow}. */
    public static final int MAX_GAUGES = 1_000;

    private static final int SHARED_SERIES = MAX_SERIES / 10;

    private static final Series OVERFLOW = new Series("seaworthy.telemetry.overflow", "", "");

    private final Map<Series, LongAdder> counts = new ConcurrentHashMap<>();
    private final Gauges gauges = new Gauges();
    private final List<SeriesListener> listeners = new CopyOnWriteArrayList<>();

    /**
     * What is counted.
     *
     * @param name {@code seaworthy.<room>.<what>}
     * @param tag the tag's name, empty for a counter without one
     * @param value the tag's value, empty for a counter without one
     */
    public record Series(String name, String tag, String value) {

        private Series shared() {
            return tag.isEmpty() ? this : new Series(name, tag, "other");
        }
    }

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

    /** Counts several at once, for those who count elsewhere first; less than 1 counts none. */
    public void add(String name, String tag, String value, long amount) {
        if (amount > 0) {
            Series series = new Series(name, tag, value);
            LongAdder adder = counts.get(series);
            (adder != null ? adder : open(series)).add(amount);
        }
    }

    /** One series, looked up once, for code that counts too often to look it up each time. */
    @FunctionalInterface
    public interface Counter {

        /** Counts one. Thread-safe; never throws. */
        void increment();
    }

    /** Opens the series, at zero if nothing was counted yet, and answers what counts into it. */
    public Counter counter(String name, String tag, String value) {
        Series series = new Series(name, tag, value);
        LongAdder adder = counts.get(series);
        LongAdder kept = adder != null ? adder : open(series);
        return kept::increment;
    }

    /**
     * Shows a value that rises and falls, read whenever somebody looks. The same name, tag and value shown again replaces what
     * was shown before.
     *
     * @param now must be thread-safe and quick; one that throws shows as not a number
     */
    public void gauge(String name, String tag, String value, DoubleSupplier now) {
        if (!gauges.show(new Series(name, tag, value), now)) {
            count(OVERFLOW.name());
        }
    }

    Gauges gauges() {
        return gauges;
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
        SeriesListener hearing = new SeriesListener(listener);
        listeners.add(hearing);
        counts.forEach(hearing::tell);
    }

    private LongAdder open(Series series) {
        LongAdder adder = counts.size() < MAX_SERIES - SHARED_SERIES ? null : counts.get(series.shared());
        if (adder != null) {
            return adder;
        }
        Series kept;
        synchronized (this) {
            kept = placeFor(series);
            adder = counts.computeIfAbsent(kept, absent -> new LongAdder());
        }
        // Not under the lock: a metrics library has locks of its own.
        for (SeriesListener listener : listeners) {
            listener.tell(kept, adder);
        }
        return adder;
    }

    private Series placeFor(Series series) {
        if (counts.containsKey(series) || counts.size() < MAX_SERIES - SHARED_SERIES) {
            return series;
        }
        Series shared = series.shared();
        return counts.containsKey(shared) || counts.size() < MAX_SERIES - 1 ? shared : OVERFLOW;
    }
}
