// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.queue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import dev.seaworthy.core.logging.LogFields;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.Iterator;
import org.slf4j.event.KeyValuePair;

/** Hands events to the appenders that write, whatever these do. Used by one thread. */
final class Delivery {

    static final String LOGGER = "dev.seaworthy.logging";
    static final String EVENTS_LOST = "LOG_EVENTS_LOST";
    static final Duration BETWEEN_SUMMARIES = Duration.ofSeconds(10);

    private final AppenderAttachableImpl<ILoggingEvent> appenders;
    private final LogLosses losses;
    private final TimeSource time;
    private long lastLook;

    Delivery(AppenderAttachableImpl<ILoggingEvent> appenders, LogLosses losses, TimeSource time) {
        this.appenders = appenders;
        this.losses = losses;
        this.time = time;
        this.lastLook = time.nanoTime();
    }

    void deliver(ILoggingEvent event) {
        for (Iterator<Appender<ILoggingEvent>> all = appenders.iteratorForAppenders(); all.hasNext(); ) {
            Appender<ILoggingEvent> appender = all.next();
            try {
                appender.doAppend(event);
                if (!appender.isStarted()) {
                    losses.lost(LogLosses.FAILED, event.getLevel());
                }
            } catch (RuntimeException | LinkageError | StackOverflowError broken) {
                losses.lost(LogLosses.FAILED, event.getLevel());
            }
        }
    }

    /** From time to time: says what was lost, and gives those a new chance that stopped at a full disk. */
    void look(Context context) {
        long now = time.nanoTime();
        if (now - lastLook >= BETWEEN_SUMMARIES.toNanos()) {
            lastLook = now;
            revive();
            summarise(context);
        }
    }

    void summarise(Context context) {
        String news = losses.news();
        if (news.isEmpty() || !(context instanceof LoggerContext logback)) {
            return;
        }
        LoggingEvent event = new LoggingEvent(
                Delivery.class.getName(),
                logback.getLogger(LOGGER),
                Level.WARN,
                "log events were not written: {}; they came too fast, said the same again, or their appender failed",
                null,
                new Object[] {news});
        event.addKeyValuePair(new KeyValuePair(LogFields.EVENT_CODE, EVENTS_LOST));
        deliver(event);
    }

    // Logback stops an appender for good when a write fails once.
    private void revive() {
        for (Iterator<Appender<ILoggingEvent>> all = appenders.iteratorForAppenders(); all.hasNext(); ) {
            Appender<ILoggingEvent> appender = all.next();
            if (!appender.isStarted()) {
                try {
                    appender.start();
                } catch (RuntimeException stillBroken) {
                    losses.lost(LogLosses.FAILED, Level.WARN);
                }
            }
        }
    }
}
