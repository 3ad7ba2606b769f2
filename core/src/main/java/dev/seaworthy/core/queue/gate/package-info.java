// SPDX-License-Identifier: Apache-2.0
/**
 * Pausing one service's entries: {@link dev.seaworthy.core.queue.gate.QueueGate} is what a circuit breaker and an operator
 * hold; {@link dev.seaworthy.core.queue.gate.Gates} are those of a node.
 */
@NullMarked
package dev.seaworthy.core.queue.gate;

import org.jspecify.annotations.NullMarked;
