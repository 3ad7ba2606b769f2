// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A Logback of its own, whose log is read back. */
public final class LogBench implements AutoCloseable {

    private final LoggerContext context = new LoggerContext();
    private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public LogBench() {
        context.setMDCAdapter(mdc);
        context.start();
        root().setLevel(Level.TRACE);
    }

    public LoggerContext context() {
        return context;
    }

    public LogbackMDCAdapter mdc() {
        return mdc;
    }

    public Logger root() {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    public Logger logger() {
        return context.getLogger("shop.Orders");
    }

    public LogBench json() {
        return encoder(new JsonLogEncoder());
    }

    public LogBench encoder(Encoder<ILoggingEvent> encoder) {
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setName("OUT");
        appender.setEncoder(encoder);
        appender.setOutputStream(out);
        appender.start();
        root().addAppender(appender);
        return this;
    }

    /** Keeps nothing; what is to be done with an event. */
    public LogBench appender(AppenderBase<ILoggingEvent> appender) {
        appender.setContext(context);
        appender.setName("TEST");
        appender.start();
        root().addAppender(appender);
        return this;
    }

    public String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public List<String> lines() {
        return text().lines().toList();
    }

    /** The last event. */
    public JsonObject event() {
        List<String> lines = lines();
        try (JsonReader reader = Json.createReader(new StringReader(lines.get(lines.size() - 1)))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
