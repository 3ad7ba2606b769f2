// SPDX-License-Identifier: Apache-2.0
/**
 * Who does not listen to refusals: {@link dev.seaworthy.core.ratelimit.penalty.PenaltyBox} shuts it out for a growing time,
 * as {@link dev.seaworthy.core.ratelimit.penalty.PenaltySettings} say.
 */
@NullMarked
package dev.seaworthy.core.ratelimit.penalty;

import org.jspecify.annotations.NullMarked;
