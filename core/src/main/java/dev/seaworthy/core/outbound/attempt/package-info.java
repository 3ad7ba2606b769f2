// SPDX-License-Identifier: Apache-2.0
/**
 * What the called work sees. {@link dev.seaworthy.core.outbound.attempt.AttemptWork} is run once for each {@link
 * dev.seaworthy.core.outbound.attempt.Attempt}; the {@link dev.seaworthy.core.outbound.attempt.CallPlan} says what the call
 * is and how its results are judged by a {@link dev.seaworthy.core.outbound.attempt.ResultRule}.
 */
@NullMarked
package dev.seaworthy.core.outbound.attempt;

import org.jspecify.annotations.NullMarked;
