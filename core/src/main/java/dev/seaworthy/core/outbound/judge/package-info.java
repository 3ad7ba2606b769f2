// SPDX-License-Identifier: Apache-2.0
/**
 * What is this exception, this result? {@link dev.seaworthy.core.outbound.judge.Judge} asks the rules; {@link
 * dev.seaworthy.core.outbound.judge.Verdicts} are those that need no rule.
 */
@NullMarked
package dev.seaworthy.core.outbound.judge;

import org.jspecify.annotations.NullMarked;
