// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import dev.seaworthy.core.telemetry.SecurityEvent;
import dev.seaworthy.core.telemetry.Telemetry;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what the {@link Correlation} of a request or of a piece of work is. The id is the accepted header's, else the
 * current trace id, else that of a new trace. Where no tracer keeps a trace, an incoming {@code traceparent} is continued
 * for trusted callers; for all others a new trace begins, the incoming one is only linked, and its sampled flag ignored.
 * Only a continued trace is handed on to other services. Where a tracer keeps the trace, an incoming one is linked if the
 * tracer did not continue it. Thread-safe; never throws.
 *
 * @see <a href="https://www.w3.org/TR/trace-context-2/#mutating-the-traceparent-field">Trace Context Level 2, section
 *     3.4</a>
 */
public final class CorrelationResolver {

    private static final Logger LOG = LoggerFactory.getLogger(CorrelationResolver.class);
    private static final int MAX_HONEST = 256;
    private static final String REFUSED = "seaworthy.correlation.refused";
    private static final String TRACEPARENT = "seaworthy.correlation.traceparent";
    private static final String FAILED = "seaworthy.correlation.failed";
    private static final HexFormat HEX = HexFormat.of();

    private final CorrelationSettings settings;
    private final Telemetry telemetry;
    private final Supplier<@Nullable String> currentTraceId;
    private final RandomGenerator random;
    private final AtomicBoolean logged = new AtomicBoolean();

    /** Draws its ids from a {@link SecureRandom}. */
    public CorrelationResolver(
            CorrelationSettings settings, Telemetry telemetry, Supplier<@Nullable String> currentTraceId) {
        this(settings, telemetry, currentTraceId, new SecureRandom());
    }

    /**
     * Wires it.
     *
     * @param currentTraceId the trace id that a tracer keeps on this thread, or null; one that throws is taken for null
     * @param random must be thread-safe
     */
    public CorrelationResolver(
            CorrelationSettings settings,
            Telemetry telemetry,
            Supplier<@Nullable String> currentTraceId,
            RandomGenerator random) {
        this.settings = settings;
        this.telemetry = telemetry;
        this.currentTraceId = currentTraceId;
        this.random = random;
    }

    /**
     * Resolves a request.
     *
     * @param headers all values of a request header by its name, without regard to case; empty when there is none
     * @param trusted whether the caller's trace may be continued
     */
    public Correlation resolve(Function<String, List<String>> headers, boolean trusted) {
        CorrelationId sent = accepted(headers);
        String traceId = traceIdOfTracer();
        if (traceId == null) {
            return inOwnTrace(sent, headers, trusted);
        }
        CorrelationId id = sent != null
                ? sent
                : CorrelationId.parse(traceId)
                        .orElseGet(() -> new CorrelationId(newTrace().traceId()));
        return new Correlation(id, null, null, notContinued(traceId, headers), false);
    }

    /** The correlation of work that nobody asked for by a request: a scheduled task, a message, a start-up job. */
    public Correlation fresh() {
        return resolve(name -> List.of(), false);
    }

    private @Nullable CorrelationId accepted(Function<String, List<String>> headers) {
        for (String name : settings.acceptedHeaders()) {
            List<String> values = headers.apply(name);
            if (values.isEmpty()) {
                continue;
            }
            Optional<CorrelationId> id = values.size() == 1 ? CorrelationId.parse(values.get(0)) : Optional.empty();
            if (id.isPresent()) {
                return id.get();
            }
            telemetry.count(REFUSED);
            if (values.stream().anyMatch(CorrelationResolver::isForged)) {
                // What it held is told to nobody: it was made to be read.
                SecurityEvent.HEADER_FORGED
                        .mark(LOG.atInfo())
                        .log("a request header {} was refused: longer than any id, or with characters of none", name);
            }
        }
        return null;
    }

    /** An id in a format that we do not take is no attack. Tomcat has null for a header that broke off. */
    private static boolean isForged(@Nullable String value) {
        return value == null
                || value.length() > MAX_HONEST
                || value.chars().anyMatch(c -> c < ' ' || c > '~' || "<>\"'\\{}$%".indexOf(c) >= 0);
    }

    /** The incoming trace id where the tracer keeps another one. */
    private static @Nullable String notContinued(String traceId, Function<String, List<String>> headers) {
        TraceParent parent = parent(headers.apply("traceparent"));
        return parent == null || parent.traceId().equals(traceId) ? null : parent.traceId();
    }

    private static @Nullable TraceParent parent(List<String> lines) {
        return lines.size() == 1 ? TraceParent.parse(lines.get(0)).orElse(null) : null;
    }

    private Correlation inOwnTrace(
            @Nullable CorrelationId sent, Function<String, List<String>> headers, boolean trusted) {
        List<String> parents = headers.apply("traceparent");
        TraceParent parent = parent(parents);
        if (!parents.isEmpty()) {
            telemetry.count(TRACEPARENT, "outcome", parent == null ? "invalid" : trusted ? "continued" : "restarted");
        }
        boolean continued = parent != null && trusted;
        TraceParent trace = parent != null && trusted ? parent.withSpan(newSpanId()) : newTrace();
        CorrelationId id = sent != null ? sent : new CorrelationId(trace.traceId());
        String state = continued ? state(headers) : null;
        return new Correlation(id, trace, state, parent == null || continued ? null : parent.traceId(), continued);
    }

    private static @Nullable String state(Function<String, List<String>> headers) {
        return TraceState.parse(headers.apply("tracestate"))
                .map(TraceState::toHeader)
                .filter(header -> !header.isEmpty())
                .orElse(null);
    }

    private @Nullable String traceIdOfTracer() {
        try {
            return currentTraceId.get();
        } catch (RuntimeException | LinkageError failure) {
            telemetry.count(FAILED);
            if (logged.compareAndSet(false, true)) {
                LOG.warn("asking the tracer for its trace id failed, so requests get ids of our own", failure);
            }
            return null;
        }
    }

    /** Not sampled: nobody here records it. That is no decision for others, so it is not handed on. */
    private TraceParent newTrace() {
        long high = random.nextLong();
        long low = nonZero();
        return new TraceParent(HEX.toHexDigits(high) + HEX.toHexDigits(low), newSpanId(), false, true);
    }

    private String newSpanId() {
        return HEX.toHexDigits(nonZero());
    }

    private long nonZero() {
        long drawn = random.nextLong();
        return drawn == 0 ? 1 : drawn;
    }
}
