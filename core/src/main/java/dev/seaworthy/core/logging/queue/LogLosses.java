// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.queue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.core.Context;
import dev.seaworthy.core.telemetry.Telemetry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Accounts for every event that was logged and not written. One for each Logback context, because the log starts before
 * anything that could count does. Thread-safe.
 */
public final class LogLosses {

    /** Dropped because the queue was too full for the level. */
    public static final String DROPPED = "seaworthy.logging.dropped";

    /** Left out because the same had just been said often enough. */
    public static final String SUPPRESSED = "seaworthy.logging.suppressed";

    /** Could not be written: the appender threw, or has stopped. */
    public static final String FAILED = "seaworthy.logging.failed";

    private final Map<Loss, LongAdder> sinceStart = new ConcurrentHashMap<>();
    private Map<Loss, Long> summarised = Map.of();
    private volatile @Nullable Telemetry telemetry;

    LogLosses() {}

    /** {@code level} is one of Logback's: both are from small sets. */
    record Loss(String what, String level) {}

    /** The one of a Logback context. */
    public static LogLosses of(Context context) {
        synchronized (context) {
            if (context.getObject(LogLosses.class.getName()) instanceof LogLosses known) {
                return known;
            }
            LogLosses fresh = new LogLosses();
            context.putObject(LogLosses.class.getName(), fresh);
            return fresh;
        }
    }

    /** From now on these counters count too; they get what was lost before. */
    public synchronized void export(Telemetry counters) {
        if (telemetry != counters) {
            sinceStart.forEach((loss, sum) -> counters.add(loss.what, "level", loss.level, sum.sum()));
            telemetry = counters;
        }
    }

    /** How many events of this kind were lost since the start. */
    public long total(String what) {
        return sinceStart.entrySet().stream()
                .filter(entry -> entry.getKey().what.equals(what))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    void lost(String what, Level level) {
        sinceStart
                .computeIfAbsent(new Loss(what, level.toString()), first -> new LongAdder())
                .increment();
        Telemetry counters = telemetry;
        if (counters != null) {
            counters.count(what, "level", level.toString());
        }
    }

    /** What was lost since it was asked last: {@code dropped 12 INFO, suppressed 3 WARN}; empty for nothing. */
    synchronized String news() {
        Map<Loss, Long> now = new ConcurrentHashMap<>();
        Map<String, Long> news = new TreeMap<>();
        sinceStart.forEach((loss, sum) -> {
            now.put(loss, sum.sum());
            long more = sum.sum() - summarised.getOrDefault(loss, 0L);
            if (more > 0) {
                news.put(loss.what.substring(loss.what.lastIndexOf('.') + 1) + ' ' + loss.level, more);
            }
        });
        summarised = now;
        StringBuilder text = new StringBuilder();
        news.forEach((what, more) ->
                text.append(text.isEmpty() ? "" : ", ").append(what).append(' ').append(more));
        return text.toString();
    }
}
