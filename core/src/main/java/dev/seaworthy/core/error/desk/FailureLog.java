// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.error.trace.SafeText;
import dev.seaworthy.core.redact.Redact;
import dev.seaworthy.core.telemetry.SecurityEvent;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes the one event of a failure, with everything that the client is not told. */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.error");

    private static final int MAX_ERRORS = 10;

    private final TimeSource time;
    private final Telemetry telemetry;
    private final Rate refusals = new Rate(AlarmSettings.WINDOW, AlarmSettings.MANY);

    FailureLog(TimeSource time, Telemetry telemetry) {
        this.time = time;
        this.telemetry = telemetry;
    }

    void write(Incident incident) {
        Problem problem = incident.problem();
        Classification found = incident.found();
        FailureClass row = found.failureClass();
        // A flood must not become a flood of lines: beyond the first ones of each minute it is only counted.
        if (row == FailureClass.RATE_LIMITED && refusals.isHighAt(time.nanoTime())) {
            telemetry.count("seaworthy.error.not_logged", "class", row.name());
            return;
        }
        LoggingEventBuilder event = LOG.atLevel(row.level());
        event = event.addKeyValue("error.id", problem.errorId())
                .addKeyValue("error.code", found.code())
                .addKeyValue("error.class", row.name())
                .addKeyValue("http.response.status_code", problem.status());
        if (incident.fingerprint() != null) {
            event = event.addKeyValue(
                    "error.fingerprint", incident.fingerprint().value());
        }
        if (incident.chain() != null && row.logsStack()) {
            event = event.setCause(SafeText.printable(incident.chain()));
        }
        SecurityEvent security = security(row);
        if (security != null) {
            event = security.mark(event);
        }
        event.log(Redact.line(text(incident), SafeText.MAX_MESSAGE));
    }

    private static @Nullable SecurityEvent security(FailureClass row) {
        return switch (row) {
            case UNAUTHENTICATED -> SecurityEvent.AUTHENTICATION_FAILED;
            case FORBIDDEN -> SecurityEvent.ACCESS_DENIED;
            case RATE_LIMITED -> SecurityEvent.RATE_LIMITED;
            case INPUT_INVALID -> SecurityEvent.INPUT_REFUSED;
            default -> null;
        };
    }

    /** Plain layouts do not print key-values, so the ids stand in the text as well. */
    private static String text(Incident incident) {
        Problem problem = incident.problem();
        StringBuilder text = new StringBuilder(problem.code())
                .append(" (")
                .append(problem.status())
                .append(") error ")
                .append(problem.errorId());
        if (problem.correlationId() != null) {
            text.append(", correlation ").append(problem.correlationId());
        }
        if (incident.fingerprint() != null) {
            text.append(", fingerprint ").append(incident.fingerprint().value());
        }
        what(text, incident);
        incident.found().errors().stream()
                .limit(MAX_ERRORS)
                .forEach(error -> text.append("; ")
                        .append(error.in().wireName())
                        .append(' ')
                        .append(error.pointer())
                        .append(' ')
                        .append(error.code()));
        return text.toString();
    }

    private static void what(StringBuilder text, Incident incident) {
        if (incident.chain() == null) {
            return;
        }
        Throwable outermost = incident.chain().outermost();
        Throwable root = incident.chain().root();
        text.append(": ").append(describe(outermost, incident));
        if (root != outermost) {
            text.append(", caused by ").append(describe(root, incident));
        }
    }

    /** What a client got wrong is told by frameworks with the refused value in the message: that may be a password. */
    private static String describe(Throwable link, Incident incident) {
        boolean oursToTell = incident.found().failureClass().level().toInt() >= Level.WARN.toInt();
        return oursToTell || link instanceof ProblemException
                ? SafeText.describe(link, SafeText.MAX_MESSAGE / 4)
                : link.getClass().getName();
    }
}
