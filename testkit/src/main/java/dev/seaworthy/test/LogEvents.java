// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What this JVM logs through Logback while it is open. Thread-safe. Keeps the first {@value #MOST} events.
 */
public final class LogEvents implements AutoCloseable {

    /** So many events are kept; later ones are dropped. */
    public static final int MOST = 10_000;

    /**
     * One log event.
     *
     * @param logger the logger's name
     * @param level the level
     * @param message the text with its arguments filled in
     * @param keyValues the key-value pairs, as text
     * @param mdc the mapped diagnostic context of the thread that logged
     * @param throwable the throwable, null without one
     */
    public record Event(
            String logger,
            Level level,
            String message,
            Map<String, String> keyValues,
            Map<String, String> mdc,
            @Nullable Throwable throwable) {

        /** The value of a key, empty text when it is not there. */
        public String value(String key) {
            return keyValues.getOrDefault(key, "");
        }
    }

    private final List<Event> events = new ArrayList<>();
    private final Runnable detach;

    private LogEvents(String... loggers) {
        detach = LogbackTap.attach(this::add, loggers);
    }

    /** Whether Logback is there and SLF4J uses it. */
    public static boolean available() {
        return LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.logback.");
    }

    /**
     * Starts to listen. Close it, or it listens for ever.
     *
     * @param loggers loggers that shall tell everything, down to {@code TRACE}, until it is closed
     * @throws IllegalStateException if Logback is not what SLF4J logs through
     */
    public static LogEvents capture(String... loggers) {
        if (!available()) {
            throw new IllegalStateException("log events can be captured from Logback only, got '"
                    + LoggerFactory.getILoggerFactory().getClass().getName() + "'; add logback-classic to the tests");
        }
        return new LogEvents(loggers);
    }

    /** All events so far. */
    public List<Event> all() {
        return since(0);
    }

    /** How many events there are so far; a mark for {@link #since}. */
    public int mark() {
        synchronized (events) {
            return events.size();
        }
    }

    /** The events after a mark. */
    public List<Event> since(int mark) {
        synchronized (events) {
            return List.copyOf(events.subList(mark, events.size()));
        }
    }

    /**
     * Waits until an event after a mark satisfies a condition.
     *
     * @return whether one did within the limit
     */
    public boolean await(int mark, Predicate<Event> condition, Duration limit) {
        TimeSource time = TimeSource.system();
        long deadline = time.nanoTime() + limit.toNanos();
        synchronized (events) {
            while (since(mark).stream().noneMatch(condition)) {
                long left = (deadline - time.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                try {
                    events.wait(left);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    /** Stops to listen and gives the loggers their levels back. What was heard stays. */
    @Override
    public void close() {
        detach.run();
    }

    private void add(Event event) {
        synchronized (events) {
            if (events.size() < MOST) {
                events.add(event);
                events.notifyAll();
            }
        }
    }
}
