// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

/**
 * The W3C {@code traceparent} header of version 00: which trace, which span within it, and whether it is recorded.
 *
 * @param traceId 32 lower-case hex digits, not all zero
 * @param spanId 16 lower-case hex digits, not all zero
 * @param sampled whether the caller may have recorded the trace
 * @see <a href="https://www.w3.org/TR/trace-context-2/#traceparent-header">Trace Context Level 2, section 3.2</a>
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {}
