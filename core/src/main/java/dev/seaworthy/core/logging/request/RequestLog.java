// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.request;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.logging.LogFields;
import dev.seaworthy.core.redact.Redact;
import dev.seaworthy.core.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes the one line of a request. Thread-safe; never throws. */
public final class RequestLog {

    /** The logger of all request lines; switch its level off, and there are none. */
    public static final String LOGGER = "dev.seaworthy.request";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final String SAMPLED_OUT = "seaworthy.logging.request.sampled-out";
    private static final String FAILED = "seaworthy.logging.request.failed";
    private static final String ANONYMOUS = "anonymous";
    private static final int MAX_TEXT = 200;

    private final RequestLogSettings settings;
    private final Telemetry telemetry;

    /** A log; {@code telemetry} counts the lines that were left out. */
    public RequestLog(RequestLogSettings settings, Telemetry telemetry) {
        this.settings = settings;
        this.telemetry = telemetry;
    }

    /** What was chosen. */
    public RequestLogSettings settings() {
        return settings;
    }

    /** Whether anybody wants lines. */
    public boolean isEnabled() {
        return LOG.isInfoEnabled();
    }

    /** Writes the line, in the request's own context, whatever the thread. */
    public void write(RequestSummary request) {
        try {
            if (!LOG.isInfoEnabled()) {
                return;
            }
            if (!isKept(request)) {
                telemetry.count(SAMPLED_OUT);
                return;
            }
            Correlation correlation = request.correlation();
            if (correlation == null || Correlation.current() != null) {
                log(request);
                return;
            }
            try (CorrelationScope scope = correlation.open()) {
                log(request);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            telemetry.count(FAILED);
        }
    }

    /** By its id and not by chance, so that all services keep the same requests. */
    private boolean isKept(RequestSummary request) {
        Correlation correlation = request.correlation();
        if (settings.successRate() >= 1
                || correlation == null
                || request.outcome() != Outcome.OK
                || request.nanos() >= settings.slow().toNanos()) {
            return true;
        }
        int spread = (correlation.id().value().hashCode() * 0x9e3779b9) >>> 8;
        return spread < settings.successRate() * (1 << 24);
    }

    private static void log(RequestSummary request) {
        Outcome outcome = request.outcome();
        LoggingEventBuilder event = LOG.atInfo()
                .addKeyValue(LogFields.METHOD, Redact.line(request.method(), MAX_TEXT))
                .addKeyValue(LogFields.STATUS, request.status())
                .addKeyValue(LogFields.DURATION, request.nanos())
                .addKeyValue(LogFields.BYTES_OUT, request.bytesOut())
                .addKeyValue(LogFields.OUTCOME, outcome.ecs())
                .addKeyValue("seaworthy.outcome", outcome.word());
        event = add(event, LogFields.ROUTE, request.route());
        event = add(event, LogFields.PATH, request.route() == null ? Redact.line(request.path(), MAX_TEXT) : null);
        event = request.bytesIn() < 0 ? event : event.addKeyValue(LogFields.BYTES_IN, request.bytesIn());
        event = add(event, LogFields.CLIENT, request.client());
        event = add(
                event, LogFields.USER, request.user() == null && request.status() == 401 ? ANONYMOUS : request.user());
        if (request.problem() != null) {
            event = event.addKeyValue("error.id", request.problem().errorId())
                    .addKeyValue("error.code", request.problem().code())
                    .addKeyValue(
                            "error.class",
                            request.problem().classification().failureClass().name());
        }
        event = add(event, LogFields.REFUSED_BY, request.refusedBy());
        event = add(event, LogFields.BODY_IN, request.bodyIn());
        event = add(event, LogFields.BODY_OUT, request.bodyOut());
        event.log(text(request, outcome));
    }

    private static LoggingEventBuilder add(LoggingEventBuilder event, String key, @Nullable String value) {
        return value == null ? event : event.addKeyValue(key, value);
    }

    private static String text(RequestSummary request, Outcome outcome) {
        StringBuilder text = new StringBuilder(64)
                .append(Redact.line(request.method(), MAX_TEXT))
                .append(' ')
                .append(request.route() == null ? "(no route)" : request.route())
                .append(' ')
                .append(request.status());
        if (outcome != Outcome.OK) {
            text.append(' ').append(outcome.word());
        }
        text.append(" in ").append(request.nanos() / 1_000_000).append(" ms");
        return request.problem() == null
                ? text.toString()
                : text.append(", error ").append(request.problem().errorId()).toString();
    }
}
