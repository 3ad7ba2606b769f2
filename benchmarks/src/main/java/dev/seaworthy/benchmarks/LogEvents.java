// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/** Events as an app logs them. */
final class LogEvents {

    private LogEvents() {}

    static LoggerContext context() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return context;
    }

    /** A message with two arguments, three ids in the MDC, one key-value, and the words given. */
    static LoggingEvent event(LoggerContext context, String words) {
        LoggingEvent event = new LoggingEvent(
                LogEvents.class.getName(),
                context.getLogger("com.example.shop.order.OrderService"),
                Level.INFO,
                "order {} of {} was placed and will be delivered " + words,
                null,
                new Object[] {"0b7f6c1e", "ada"});
        // The kind of map that Logback's own MDC gives.
        event.setMDCPropertyMap(Collections.unmodifiableMap(new HashMap<>(Map.of(
                "correlationId", "checkout-4711",
                "traceId", "0af7651916cd43dd8448eb211c80319c",
                "spanId", "b7ad6b7169203331"))));
        event.addKeyValuePair(new KeyValuePair("items", 3));
        event.setThreadName("http-nio-8080-exec-1");
        event.getFormattedMessage();
        return event;
    }
}
