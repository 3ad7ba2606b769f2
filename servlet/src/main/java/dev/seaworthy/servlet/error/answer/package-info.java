// SPDX-License-Identifier: Apache-2.0
/**
 * What stands in an error answer, without any servlet type, so that a container's own error handler sends the same:
 * {@link dev.seaworthy.servlet.error.answer.ProblemAnswer}.
 */
@NullMarked
package dev.seaworthy.servlet.error.answer;

import org.jspecify.annotations.NullMarked;
