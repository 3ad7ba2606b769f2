// SPDX-License-Identifier: Apache-2.0
/**
 * What a limit would do before it does it: {@link dev.seaworthy.core.ratelimit.shadow.Demand} watches what clients ask for,
 * samples those that would be refused, and suggests a limit.
 */
@NullMarked
package dev.seaworthy.core.ratelimit.shadow;

import org.jspecify.annotations.NullMarked;
