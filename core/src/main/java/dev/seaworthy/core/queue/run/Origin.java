// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.run;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.correlation.TraceParent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Which request an entry came from, as one line that can be stored: {@code id;handed-on;traceparent;tracestate}. */
public final class Origin {

    private static final int PARTS = 4;

    private Origin() {}

    /** That of this thread; null outside of every request. */
    public static @Nullable String capture() {
        Correlation current = Correlation.current();
        if (current == null) {
            return null;
        }
        TraceParent trace = current.trace();
        boolean handedOn = current.traceHandedOn();
        if (trace == null) {
            trace = ofTracer();
            handedOn = trace != null;
        }
        String state = current.traceState();
        return current.id().value()
                + ';'
                + (handedOn ? 1 : 0)
                + ';'
                + (trace == null ? "" : trace.toHeader())
                + ';'
                + (handedOn && state != null ? state : "");
    }

    /** Makes it the current one of this thread again; hours later, on another node. */
    public static CorrelationScope restore(String id, @Nullable String stored) {
        return parse(stored)
                .orElseGet(() -> new Correlation(new CorrelationId(id), null, null))
                .open();
    }

    /** The correlation id in it. */
    public static @Nullable String correlationId(@Nullable String stored) {
        return parse(stored).map(correlation -> correlation.id().value()).orElse(null);
    }

    private static Optional<Correlation> parse(@Nullable String stored) {
        String[] parts = stored == null ? new String[0] : stored.split(";", PARTS);
        if (stored == null || parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            TraceParent trace = TraceParent.parse(parts[2]).orElse(null);
            boolean handedOn = trace != null && parts[1].equals("1");
            String state = handedOn && !parts[3].isEmpty() ? parts[3] : null;
            return CorrelationId.parse(parts[0]).map(id -> new Correlation(id, trace, state, null, handedOn));
        } catch (IllegalArgumentException meddledWith) {
            return Optional.empty();
        }
    }

    /** A tracer tells its ids in the MDC, but not whether it records: whoever continues the trace should. */
    private static @Nullable TraceParent ofTracer() {
        String trace = MDC.get(Correlation.MDC_TRACE_ID);
        String span = MDC.get(Correlation.MDC_SPAN_ID);
        return trace == null || span == null
                ? null
                : TraceParent.parse("00-" + trace + '-' + span + "-01").orElse(null);
    }
}
