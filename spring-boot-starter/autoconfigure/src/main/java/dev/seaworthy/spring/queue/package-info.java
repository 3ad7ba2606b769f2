// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code queue} on the Spring floor: {@link dev.seaworthy.spring.queue.QueueAutoConfiguration} is active where the app
 * declares a task handler; entries live in the app's {@code DataSource} and join its transactions.
 */
@NullMarked
package dev.seaworthy.spring.queue;

import org.jspecify.annotations.NullMarked;
