// SPDX-License-Identifier: Apache-2.0
/** Entries in memory: {@link dev.seaworthy.core.queue.memory.InMemoryTaskStore}. */
@NullMarked
package dev.seaworthy.core.queue.memory;

import org.jspecify.annotations.NullMarked;
