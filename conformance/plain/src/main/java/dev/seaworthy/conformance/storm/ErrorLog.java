// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.storm;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Listens to the error logger in bounded memory, and keeps everything else off the console meanwhile. */
final class ErrorLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final int MOST = 20_000;
    private static final int MOST_FAULTS = 20;

    private final Logger root = context().getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger errors = context().getLogger("dev.seaworthy.error");
    private final Level rootBefore = root.getLevel();
    private final boolean keeps;
    private final Map<String, String> correlations = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int events;

    private ErrorLog(boolean keeps) {
        this.keeps = keeps;
    }

    static ErrorLog listen(boolean keeps) {
        ErrorLog log = new ErrorLog(keeps);
        log.setContext(context());
        log.start();
        log.root.setLevel(Level.OFF);
        log.errors.setLevel(Level.DEBUG);
        log.errors.setAdditive(false);
        log.errors.addAppender(log);
        return log;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        events++;
        notifyAll();
        if (!keeps || correlations.size() >= MOST || event.getKeyValuePairs() == null) {
            return;
        }
        String correlation = event.getMDCPropertyMap().getOrDefault(Correlation.MDC_CORRELATION_ID, "none");
        event.getKeyValuePairs().stream()
                .filter(pair -> pair.key.equals("error.id"))
                .forEach(pair -> keep(String.valueOf(pair.value), correlation));
    }

    private void keep(String errorId, String correlation) {
        if (correlations.put(errorId, correlation) != null && faults.size() < MOST_FAULTS) {
            faults.add("a failure must be logged once, got '" + errorId + "' again");
        }
    }

    /** Waits until so many events have come, and no longer than the limit. */
    synchronized void awaitEvents(int count, Duration limit) {
        long deadline = TimeSource.system().nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toMillis(); events < count && left > 0; ) {
                wait(left);
                left = (deadline - TimeSource.system().nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (events != count) {
            faults.add("there must be " + count + " events, got '" + events + "'");
        }
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** The correlation ids of the context of the threads that logged, by error id. */
    synchronized Map<String, String> correlationByErrorId() {
        return Map.copyOf(correlations);
    }

    @Override
    public void close() {
        errors.detachAppender(this);
        errors.setAdditive(true);
        errors.setLevel(null);
        root.setLevel(rootBefore);
        stop();
    }
}
