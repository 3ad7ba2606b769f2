// SPDX-License-Identifier: Apache-2.0
/**
 * Working off what waits: {@link dev.seaworthy.core.queue.worker.Worker} claims, {@link
 * dev.seaworthy.core.queue.worker.Desk} runs, {@link dev.seaworthy.core.queue.worker.Leases} are renewed, {@link
 * dev.seaworthy.core.queue.worker.Settler} stores outcomes, {@link dev.seaworthy.core.queue.worker.Janitor} looks after what
 * nobody holds.
 */
@NullMarked
package dev.seaworthy.core.queue.worker;

import org.jspecify.annotations.NullMarked;
