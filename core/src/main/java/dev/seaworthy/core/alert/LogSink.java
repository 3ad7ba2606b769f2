// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

enum LogSink implements AlertSink {
    INSTANCE;

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.alert");

    @Override
    public void send(Alert alert) {
        write(Level.WARN, alert);
    }

    @Override
    public void tell(Notice notice) {
        switch (notice.kind()) {
            case RAISED -> {
                if (!notice.alert().logged()) {
                    write(Level.WARN, notice.alert());
                }
            }
            case DIGEST -> write(Level.WARN, notice.alert());
            case RESOLVED -> write(Level.INFO, notice.alert());
        }
    }

    private static void write(Level level, Alert alert) {
        LoggingEventBuilder event = LOG.atLevel(level)
                .addKeyValue("alert.code", alert.code())
                .addKeyValue("alert.subject", alert.subject())
                .addKeyValue("alert.severity", alert.severity().name());
        if (alert.correlationId() != null) {
            event = event.addKeyValue("alert.correlation_id", alert.correlationId());
        }
        if (alert.runbook() != null) {
            event = event.addKeyValue("alert.runbook", alert.runbook().toString());
        }
        for (Map.Entry<String, String> fact : alert.facts().entrySet()) {
            event = event.addKeyValue("alert.fact." + fact.getKey(), fact.getValue());
        }
        event.log("{} {}: {}", alert.code(), alert.subject(), alert.text());
    }
}
