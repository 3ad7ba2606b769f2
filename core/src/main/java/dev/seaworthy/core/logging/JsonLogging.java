// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.hook.DefaultShutdownHook;
import dev.seaworthy.core.logging.queue.QueueAppender;
import dev.seaworthy.core.logging.queue.QueueSettings;
import dev.seaworthy.core.redact.Redactor;
import dev.seaworthy.core.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One redacted JSON line per event for an app that uses Logback and no framework, by one call before the first log line
 * that counts:
 *
 * <pre>{@code
 * JsonLogging.install("shop");
 * }</pre>
 *
 * <p>The same without code, as the whole of {@code logback.xml}:
 *
 * <pre>{@code
 * <configuration><include resource="dev/seaworthy/core/logging/json.xml"/></configuration>
 * }</pre>
 */
public final class JsonLogging {

    /** The name of the appender with the queue. */
    public static final String QUEUE = "SEAWORTHY_QUEUE";

    private JsonLogging() {}

    /**
     * Replaces what the root logger writes to by standard output in JSON, behind a queue that is written out when the JVM
     * ends. Levels stay.
     *
     * @param service {@code service.name}; null writes none
     * @throws IllegalStateException if SLF4J does not log through Logback
     */
    public static void install(@Nullable String service) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("SLF4J must log through Logback, got '"
                    + LoggerFactory.getILoggerFactory().getClass().getName() + "'; add logback-classic");
        }
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("CONSOLE");
        JsonLogEncoder encoder = new JsonLogEncoder(Redactor.withDefaults(), service);
        encoder.setContext(context);
        encoder.start();
        console.setEncoder(encoder);
        console.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(console);
        TameThrowables.attach(context);
        queue(context, QueueSettings.withDefaults(), TimeSource.system());
        DefaultShutdownHook hook = new DefaultShutdownHook();
        hook.setContext(context);
        Runtime.getRuntime().addShutdownHook(new Thread(hook, "seaworthy-log-flush"));
    }

    /** Puts a queue between the root logger and what it writes to; twice does nothing more. */
    public static void queue(LoggerContext context, QueueSettings settings, TimeSource time) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        List<Appender<ILoggingEvent>> writing = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(writing::add);
        if (writing.isEmpty() || root.getAppender(QUEUE) != null) {
            return;
        }
        QueueAppender queue = new QueueAppender(settings, time);
        queue.setContext(context);
        queue.setName(QUEUE);
        writing.forEach(queue::addAppender);
        queue.start();
        root.addAppender(queue);
        writing.forEach(root::detachAppender);
    }
}
