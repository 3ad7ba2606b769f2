// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/** The only class that knows Logback, so that the kit works without it. */
final class LogbackTap extends AppenderBase<ILoggingEvent> {

    private final Consumer<LogEvents.Event> listener;

    private LogbackTap(Consumer<LogEvents.Event> listener) {
        this.listener = listener;
    }

    static Runnable attach(Consumer<LogEvents.Event> listener, String... loggers) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LogbackTap tap = new LogbackTap(listener);
        tap.setContext(context);
        tap.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(tap);
        List<Runnable> undo = new ArrayList<>();
        for (String name : loggers) {
            Logger logger = context.getLogger(name);
            ch.qos.logback.classic.Level before = logger.getLevel();
            logger.setLevel(ch.qos.logback.classic.Level.TRACE);
            undo.add(() -> logger.setLevel(before));
        }
        return () -> {
            root.detachAppender(tap);
            tap.stop();
            undo.forEach(Runnable::run);
        };
    }

    @Override
    protected void append(ILoggingEvent event) {
        Map<String, String> keyValues = new LinkedHashMap<>();
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> keyValues.put(pair.key, String.valueOf(pair.value)));
        }
        Throwable throwable = event.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
        listener.accept(new LogEvents.Event(
                event.getLoggerName(),
                Level.valueOf(event.getLevel().toString()),
                event.getFormattedMessage(),
                keyValues,
                new LinkedHashMap<>(event.getMDCPropertyMap()),
                throwable));
    }
}
