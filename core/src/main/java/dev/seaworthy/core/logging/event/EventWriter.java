// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.event;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.seaworthy.core.json.JsonName;
import dev.seaworthy.core.json.JsonWriter;
import dev.seaworthy.core.redact.Redact;
import dev.seaworthy.core.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Writes log events as lines of JSON, one schema for all: ECS names at the top, whatever the app calls its own things
 * under {@code labels}. Everything is masked after it was rendered. Thread-safe; never throws.
 */
public final class EventWriter {

    private static final JsonName TIMESTAMP = JsonName.of("@timestamp");
    private static final JsonName LEVEL = JsonName.of("log.level");
    private static final JsonName LOGGER = JsonName.of("log.logger");
    private static final JsonName THREAD = JsonName.of("process.thread.name");
    private static final JsonName MESSAGE = JsonName.of("message");
    private static final JsonName SERVICE = JsonName.of("service.name");
    private static final JsonName TAGS = JsonName.of("tags");
    private static final JsonName ECS = JsonName.of("ecs.version");

    private final Redactor redactor;
    private final EventFields fields;
    private final FailureFields failures;
    private final @Nullable String service;
    // One that is free, or none: no thread holds on to buffers, however many threads there are.
    private final AtomicReference<@Nullable Scratch> spare = new AtomicReference<>();

    /**
     * A writer.
     *
     * @param service {@code service.name}; null writes none
     */
    public EventWriter(Redactor redactor, @Nullable String service) {
        this.redactor = redactor;
        this.service = service;
        this.fields = new EventFields(redactor);
        this.failures = new FailureFields(redactor);
    }

    /** The event as one line of UTF-8, its line feed included. */
    public byte[] write(ILoggingEvent event) {
        Scratch kept = spare.getAndSet(null);
        Scratch scratch = kept == null ? new Scratch() : kept;
        try {
            scratch.begin();
            write(event, scratch);
            scratch.text.append('\n');
            return scratch.bytes();
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            return bare(event, broken);
        } finally {
            if (scratch.keepable()) {
                spare.set(scratch);
            }
        }
    }

    private void write(ILoggingEvent event, Scratch scratch) {
        JsonWriter json = new JsonWriter(scratch.text).beginObject();
        json.name(TIMESTAMP).value(scratch.time(event.getTimeStamp()));
        json.name(LEVEL).value(event.getLevel().toString());
        json.name(LOGGER).value(event.getLoggerName());
        json.name(THREAD).value(scratch.thread(String.valueOf(event.getThreadName()), redactor));
        String message = event.getFormattedMessage();
        json.name(MESSAGE).value(message == null ? "" : EventLimits.masked(redactor, message, EventLimits.MESSAGE));
        if (service != null) {
            json.name(SERVICE).value(service);
        }
        fields.write(event, json, scratch.written, scratch.labels);
        if (event.getThrowableProxy() != null) {
            failures.write(event.getThrowableProxy(), json, scratch.written);
        }
        tags(event.getMarkerList(), json);
        json.name(ECS).value("8.11").endObject();
    }

    private static void tags(@Nullable List<Marker> markers, JsonWriter json) {
        if (markers == null || markers.isEmpty()) {
            return;
        }
        json.name(TAGS).beginArray();
        markers.stream().limit(EventLimits.TAGS).forEach(marker -> json.value(marker.getName()));
        json.endArray();
    }

    /** What can be said of an event that could not be written: that there was one. */
    private static byte[] bare(ILoggingEvent event, Throwable broken) {
        JsonWriter json = new JsonWriter()
                .beginObject()
                .name("@timestamp")
                .value(Instant.ofEpochMilli(event.getTimeStamp()).toString())
                .name("log.level")
                .value(String.valueOf(event.getLevel()))
                .name("log.logger")
                .value(Redact.line(event.getLoggerName(), EventLimits.NAME))
                .name("message")
                .value("(this event could not be written: " + broken.getClass().getName() + ")")
                .endObject();
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
