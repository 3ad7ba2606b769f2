// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code outbound} on the servlet floor: {@link dev.seaworthy.servlet.outbound.DeadlineFilter} makes the deadline that a
 * request brings along the one of its thread; {@link dev.seaworthy.servlet.outbound.DeadlineSettings} is what can be chosen.
 */
@NullMarked
package dev.seaworthy.servlet.outbound;

import org.jspecify.annotations.NullMarked;
