// SPDX-License-Identifier: Apache-2.0
/**
 * Where entries live: {@link dev.seaworthy.core.queue.store.TaskStore} is what a store must do, with a {@link
 * dev.seaworthy.core.queue.store.NewTask} going in, a {@link dev.seaworthy.core.queue.store.StoredTask} coming out, and a
 * {@link dev.seaworthy.core.queue.store.Settlement} for each run; {@link dev.seaworthy.core.queue.store.GateStore} is the
 * nodes' common knowledge about services.
 */
@NullMarked
package dev.seaworthy.core.queue.store;

import org.jspecify.annotations.NullMarked;
