// SPDX-License-Identifier: Apache-2.0
/**
 * Entries in the app's own database: {@link dev.seaworthy.core.queue.jdbc.JdbcTaskStore} keeps them, over a {@link
 * dev.seaworthy.core.queue.jdbc.ConnectionSource}; {@link dev.seaworthy.core.queue.jdbc.QueueSchema} makes or checks the
 * tables; {@link dev.seaworthy.core.queue.jdbc.Durability} knows databases that acknowledge commits before they keep them.
 */
@NullMarked
package dev.seaworthy.core.queue.jdbc;

import org.jspecify.annotations.NullMarked;
