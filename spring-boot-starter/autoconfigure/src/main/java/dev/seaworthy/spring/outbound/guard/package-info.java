// SPDX-License-Identifier: Apache-2.0
/**
 * How {@link dev.seaworthy.spring.outbound.Guarded} works: {@link dev.seaworthy.spring.outbound.guard.GuardedBeans} finds the
 * methods, refuses at the start what cannot work, and puts a proxy in front of the rest.
 */
@NullMarked
package dev.seaworthy.spring.outbound.guard;

import org.jspecify.annotations.NullMarked;
