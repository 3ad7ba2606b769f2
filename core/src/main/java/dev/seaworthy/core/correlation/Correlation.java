// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import org.jspecify.annotations.Nullable;

/**
 * What travels with a request: its id, and the trace that Seaworthy itself keeps where no tracer does. Immutable.
 *
 * @param id the correlation id
 * @param trace our own span in the trace, null where a tracer (Micrometer, OpenTelemetry) owns the trace
 * @param traceState the {@code tracestate} to hand on, null where there is none
 */
public record Correlation(
        CorrelationId id,
        @Nullable TraceParent trace,
        @Nullable String traceState) {}
