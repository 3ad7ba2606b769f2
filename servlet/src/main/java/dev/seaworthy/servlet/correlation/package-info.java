// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code correlation} on the servlet floor: {@link dev.seaworthy.servlet.correlation.CorrelationFilter} opens each
 * request's scope and echoes its id; {@link dev.seaworthy.servlet.correlation.TraceHidingFilter} keeps strangers' traces
 * from a tracer that stands between the two.
 */
@NullMarked
package dev.seaworthy.servlet.correlation;

import org.jspecify.annotations.NullMarked;
