// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code correlation}: which request is this, across threads, hops, and hours in a queue.
 *
 * <p>{@link dev.seaworthy.core.correlation.CorrelationResolver} decides, by
 * {@link dev.seaworthy.core.correlation.CorrelationSettings}, what a request's
 * {@link dev.seaworthy.core.correlation.Correlation} is: its {@link dev.seaworthy.core.correlation.CorrelationId} and,
 * where no tracer keeps one, its place in a trace, a {@link dev.seaworthy.core.correlation.TraceParent}. A
 * {@link dev.seaworthy.core.correlation.CorrelationScope} makes it the current one of a thread;
 * {@link dev.seaworthy.core.correlation.Propagation} takes it to other threads and into outgoing requests.
 */
@NullMarked
package dev.seaworthy.core.correlation;

import org.jspecify.annotations.NullMarked;
