// SPDX-License-Identifier: Apache-2.0
/** The queue beside a bare JDBC loop and db-scheduler: {@link dev.seaworthy.benchmarks.queue.QueueRace}. */
@NullMarked
package dev.seaworthy.benchmarks.queue;

import org.jspecify.annotations.NullMarked;
