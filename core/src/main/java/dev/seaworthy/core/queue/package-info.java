// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code queue}: calls that must not be lost. An app declares a {@link dev.seaworthy.core.queue.TaskHandler} for each
 * kind of call and hands calls to the {@link dev.seaworthy.core.queue.TaskQueue}: {@code enqueue} joins a transaction,
 * {@code submit} tries at once and answers a {@link dev.seaworthy.core.queue.Submission}. Whoever waits holds a {@link
 * dev.seaworthy.core.queue.receipt.Receipt}. Entries live in a {@code store}, workers of {@code worker} carry them out, a {@code
 * gate} pauses one service's queue.
 */
@NullMarked
package dev.seaworthy.core.queue;

import org.jspecify.annotations.NullMarked;
