// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.queue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.error.trace.CauseChain;
import dev.seaworthy.core.error.trace.Fingerprint;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Knows events that say the same again: same logger, same level, same bug, same words as they are read. Below WARN the
 * request counts too, so that no request's story has a hole because another one told the same.
 */
final class Duplicates {

    static final int MAX_KNOWN = 1_000;
    static final Duration WINDOW = Duration.ofSeconds(10);

    private static final int MAX_TEXT = 1_000;

    private final int allowance;
    private volatile Window window = new Window(Long.MIN_VALUE);

    /** {@code allowance} equal events pass in each {@link #WINDOW}. */
    Duplicates(int allowance) {
        this.allowance = allowance;
    }

    private record Key(String logger, int level, String text, int length, String request, String fingerprint) {}

    private record Window(long start, Map<Key, AtomicInteger> seen) {

        Window(long start) {
            this(start, new ConcurrentHashMap<>());
        }
    }

    /** Whether it has been said often enough. */
    boolean suppresses(ILoggingEvent event, long nanos) {
        Window current = window;
        if (current.start == Long.MIN_VALUE || nanos - current.start >= WINDOW.toNanos()) {
            current = new Window(nanos);
            window = current;
        }
        Key key = key(event);
        AtomicInteger count = current.seen.get(key);
        if (count == null) {
            if (current.seen.size() >= MAX_KNOWN) {
                return false;
            }
            count = current.seen.computeIfAbsent(key, first -> new AtomicInteger());
        }
        return count.incrementAndGet() > allowance;
    }

    int known() {
        return window.seen.size();
    }

    private static Key key(ILoggingEvent event) {
        String text = String.valueOf(event.getFormattedMessage());
        int length = text.length();
        String request = event.getLevel().isGreaterOrEqual(Level.WARN)
                ? ""
                : event.getMDCPropertyMap().getOrDefault(Correlation.MDC_CORRELATION_ID, "");
        // Of a long text its beginning, length and hash stand for it.
        String kept = length <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + text.hashCode();
        return new Key(event.getLoggerName(), event.getLevel().toInt(), kept, length, request, fingerprint(event));
    }

    private static String fingerprint(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy real
                ? Fingerprint.of(CauseChain.of(real.getThrowable())).value()
                : "";
    }
}
