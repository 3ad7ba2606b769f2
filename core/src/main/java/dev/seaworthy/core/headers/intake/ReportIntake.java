// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.intake;

import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonLimits;
import dev.seaworthy.core.json.JsonReadException;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes what browsers report. Never throws for what is sent, never logs it. Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/#reporting">Content Security Policy Level 3, section 5</a>
 */
public final class ReportIntake {

    private static final Set<String> TYPES =
            Set.of("application/csp-report", "application/reports+json", "application/json");
    private static final int MAX_DEPTH = 8;
    private static final int MAX_TOKENS = 2_000;
    private static final int MAX_REPORTS = 20;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final IntakeSettings settings;
    private final JsonCodec codec;
    private final JsonLimits limits;
    private final ViolationLedger ledger;
    private final Telemetry telemetry;
    private final TimeSource time;
    private long windowBegan;
    private int inWindow;

    /** Keeps its own ledger. */
    public ReportIntake(IntakeSettings settings, JsonCodec codec, Telemetry telemetry, TimeSource time) {
        this.settings = settings;
        this.codec = codec;
        this.limits = new JsonLimits(settings.maxBytes(), MAX_DEPTH, MAX_TOKENS);
        this.ledger = new ViolationLedger(settings.maxViolations());
        this.telemetry = telemetry;
        this.time = time;
        this.windowBegan = time.nanoTime();
    }

    /** What became of a body. */
    public enum Outcome {
        /** Read, and counted where it told of violations. */
        TAKEN,
        /** Not read: too many came in this minute. */
        TOO_MANY,
        /** Not read: neither of the types that browsers send. */
        WRONG_TYPE,
        /** Read in vain: no JSON, or too much of it. */
        UNREADABLE
    }

    /** Whether a body may be read now; counts it. The answer is an outcome other than TAKEN where it may not. */
    public Outcome admit(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return counted(TYPES.contains(type) ? hurry() : Outcome.WRONG_TYPE);
    }

    private synchronized Outcome hurry() {
        long now = time.nanoTime();
        if (now - windowBegan >= MINUTE) {
            windowBegan = now;
            inWindow = 0;
        }
        if (inWindow >= settings.maxPerMinute()) {
            return Outcome.TOO_MANY;
        }
        inWindow++;
        return Outcome.TAKEN;
    }

    /** Reads an admitted body. */
    public Outcome take(String json) {
        Object body;
        try {
            body = codec.read(json, Object.class, limits);
        } catch (JsonReadException unreadable) {
            return counted(Outcome.UNREADABLE);
        }
        List<?> reports = body instanceof List<?> many ? many : List.of(body);
        reports.stream().limit(MAX_REPORTS).forEach(this::note);
        return Outcome.TAKEN;
    }

    private void note(Object report) {
        if (report instanceof Map<?, ?> fields) {
            Object body = fields.get("csp-report");
            if (body == null && "csp-violation".equals(fields.get("type"))) {
                body = fields.get("body");
            }
            if (body instanceof Map<?, ?> violation) {
                Violation.of(violation).ifPresent(ledger::add);
            }
        }
    }

    private Outcome counted(Outcome outcome) {
        telemetry.count("seaworthy.headers.reports", "outcome", outcome.name().toLowerCase(Locale.ROOT));
        return outcome;
    }

    /** What was reported so far. */
    public ViolationLedger ledger() {
        return ledger;
    }

    /** Its limits. */
    public IntakeSettings settings() {
        return settings;
    }
}
