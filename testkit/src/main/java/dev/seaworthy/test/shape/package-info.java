// SPDX-License-Identifier: Apache-2.0
/**
 * What may be wrong with the answer to a failure: {@link dev.seaworthy.test.shape.ProblemShape} looks at a problem,
 * {@link dev.seaworthy.test.shape.PageShape} at a page for people, {@link dev.seaworthy.test.shape.HeadShape} at the
 * answer to {@code HEAD}, and {@link dev.seaworthy.test.shape.Leaks} at what must not be in any of them. Each answers
 * the faults it finds as sentences, none when all is well.
 */
@NullMarked
package dev.seaworthy.test.shape;

import org.jspecify.annotations.NullMarked;
