// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import dev.seaworthy.core.redact.Redact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

enum LogSink implements AlertSink {
    INSTANCE;

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.alert");
    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 2_000;

    @Override
    public void send(Alert alert) {
        String code = Redact.line(alert.code(), MAX_NAME);
        String subject = Redact.line(alert.subject(), MAX_NAME);
        LoggingEventBuilder event = LOG.atWarn().addKeyValue("alert.code", code).addKeyValue("alert.subject", subject);
        if (alert.correlationId() != null) {
            event = event.addKeyValue("alert.correlation_id", Redact.line(alert.correlationId(), MAX_NAME));
        }
        event.log("{} {}: {}", code, subject, Redact.line(alert.text(), MAX_TEXT));
    }
}
