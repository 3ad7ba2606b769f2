// SPDX-License-Identifier: Apache-2.0
/**
 * The queue put together: {@link dev.seaworthy.core.queue.engine.TaskQueueBuilder} with its {@link
 * dev.seaworthy.core.queue.engine.QueueSettings}, and {@link dev.seaworthy.core.queue.engine.QueueOffice} for operators.
 */
@NullMarked
package dev.seaworthy.core.queue.engine;

import org.jspecify.annotations.NullMarked;
