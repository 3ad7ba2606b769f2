// SPDX-License-Identifier: Apache-2.0
/**
 * Where a service has a queue of the same name: {@link dev.seaworthy.spring.outbound.waiting.QueueGatesAutoConfiguration}
 * lets its door close and open the queue's gate.
 */
@NullMarked
package dev.seaworthy.spring.outbound.waiting;

import org.jspecify.annotations.NullMarked;
