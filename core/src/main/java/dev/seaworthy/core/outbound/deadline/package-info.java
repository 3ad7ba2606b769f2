// SPDX-License-Identifier: Apache-2.0
/**
 * How much time is left. A {@link dev.seaworthy.core.outbound.deadline.Deadline} is a point in time; a {@link
 * dev.seaworthy.core.outbound.deadline.CallScope} makes the one that a request came with the one of its thread, and every
 * door called inside keeps to it.
 */
@NullMarked
package dev.seaworthy.core.outbound.deadline;

import org.jspecify.annotations.NullMarked;
