// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.seaworthy.core.logging.event.EventWriter;
import dev.seaworthy.core.redact.Redactor;
import dev.seaworthy.spring.redact.RedactionOf;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;

/** Our schema as one of Boot's structured formats; Boot makes one for each appender. */
final class SeaworthyLogFormat implements StructuredLogFormatter<ILoggingEvent> {

    private final EventWriter writer;

    SeaworthyLogFormat(Environment environment) {
        this.writer = new EventWriter(
                new Redactor(RedactionOf.environment(environment)), environment.getProperty("spring.application.name"));
    }

    @Override
    public String format(ILoggingEvent event) {
        return new String(writer.write(event), StandardCharsets.UTF_8);
    }

    /** JSON between systems is UTF-8, whatever the console speaks (RFC 8259, section 8.1). */
    @Override
    public byte[] formatAsBytes(ILoggingEvent event, Charset charset) {
        return writer.write(event);
    }
}
