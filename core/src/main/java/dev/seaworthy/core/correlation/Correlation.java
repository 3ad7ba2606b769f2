// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What travels with a request: its id, and the trace that Seaworthy itself keeps where no tracer does. Immutable. The
 * one that is open on a thread is {@link #current()}.
 *
 * @param id the correlation id
 * @param trace our own span in the trace, null where a tracer (Micrometer, OpenTelemetry) owns the trace
 * @param traceState the {@code tracestate} to hand on, null where there is none; only with a trace that is handed on
 * @param linkedTraceId the trace id that a caller sent and that was not continued, kept to find its trace by; 32 lower-case
 *     hex digits, or null
 * @param traceHandedOn whether other services get {@code trace} too: false for one that began here, because its sampled
 *     flag says only that nobody records it here, and a service that samples as its parent did would then record nothing
 */
public record Correlation(
        CorrelationId id,
        @Nullable TraceParent trace,
        @Nullable String traceState,
        @Nullable String linkedTraceId,
        boolean traceHandedOn) {

    /** The header in which the id comes, is echoed and is sent on, unless configured otherwise. */
    public static final String HEADER = "X-Correlation-Id";

    /** MDC key of {@link #id()}. */
    public static final String MDC_CORRELATION_ID = "correlationId";

    /** MDC key of the trace id, the one that Micrometer and Spring Boot use; a tracer's own value is never replaced. */
    public static final String MDC_TRACE_ID = "traceId";

    /** MDC key of the span id, the one that Micrometer and Spring Boot use; a tracer's own value is never replaced. */
    public static final String MDC_SPAN_ID = "spanId";

    /** MDC key of {@link #linkedTraceId()}. */
    public static final String MDC_LINKED_TRACE_ID = "linkedTraceId";

    /**
     * Checks that nothing in it could forge a header or a log line.
     *
     * @throws IllegalArgumentException if {@code traceState} is not one, or stands without a trace that is handed on, or
     *     {@code linkedTraceId} is not a trace id, or no trace is to be handed on
     */
    public Correlation {
        if (traceHandedOn && trace == null) {
            throw new IllegalArgumentException("correlation trace to hand on must be there, got 'null'; hand none on");
        }
        if (traceState != null
                && (!traceHandedOn || TraceState.parse(List.of(traceState)).isEmpty())) {
            throw new IllegalArgumentException("correlation trace state must be a W3C tracestate beside a trace that is"
                    + " handed on, got " + traceState.length() + " characters; leave it null");
        }
        if (linkedTraceId != null && !TraceParent.isTraceId(linkedTraceId)) {
            throw new IllegalArgumentException("correlation linked trace id must be 32 lower-case hex digits, got "
                    + linkedTraceId.length() + " characters; leave it null");
        }
    }

    /** An id, and a span where there is one; it is handed on to other services, whoever began its trace. */
    public Correlation(CorrelationId id, @Nullable TraceParent trace, @Nullable String traceState) {
        this(id, trace, traceState, null, trace != null);
    }

    /** The one that is open on this thread; null outside of every {@link #open() scope}. */
    public static @Nullable Correlation current() {
        return CorrelationScope.current();
    }

    /**
     * Makes this the current one of this thread and puts its ids into the MDC, until the scope is closed. Scopes nest.
     *
     * @return to be closed on this thread, best by try-with-resources
     */
    public CorrelationScope open() {
        return CorrelationScope.open(this);
    }
}
