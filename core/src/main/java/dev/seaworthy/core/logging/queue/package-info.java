// SPDX-License-Identifier: Apache-2.0
/**
 * Logging that nobody waits for: {@link dev.seaworthy.core.logging.queue.QueueAppender}, bounded by
 * {@link dev.seaworthy.core.logging.queue.QueueSettings}, and {@link dev.seaworthy.core.logging.queue.LogLosses}, which
 * accounts for every event that was not written.
 */
@NullMarked
package dev.seaworthy.core.logging.queue;

import org.jspecify.annotations.NullMarked;
