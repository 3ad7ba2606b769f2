// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/** The events of one logger while it is open. */
final class CapturedLog implements AutoCloseable {

    private final Logger logger;
    private final Level before;
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    CapturedLog(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = logger.getLevel();
        logger.setLevel(Level.TRACE);
        appender.start();
        logger.addAppender(appender);
    }

    static CapturedLog ofFailures() {
        return new CapturedLog("dev.seaworthy.error");
    }

    static CapturedLog ofHelpers() {
        return new CapturedLog(Guard.class.getName());
    }

    List<ILoggingEvent> events() {
        return appender.list;
    }

    /** The only event; fails where there are none or several. */
    ILoggingEvent only() {
        if (appender.list.size() != 1) {
            throw new AssertionError("one event expected, got " + appender.list);
        }
        return appender.list.get(0);
    }

    static Map<String, Object> pairs(ILoggingEvent event) {
        Map<String, Object> pairs = new TreeMap<>();
        event.getKeyValuePairs().forEach(pair -> pairs.put(pair.key, pair.value));
        return pairs;
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setLevel(before);
        appender.stop();
    }
}
