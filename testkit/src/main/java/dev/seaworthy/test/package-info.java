// SPDX-License-Identifier: Apache-2.0
/**
 * The conformance kit: {@link dev.seaworthy.test.FailureMode} lists the ways a request can fail,
 * {@link dev.seaworthy.test.FailureConformance} provokes each over a real socket with its
 * {@link dev.seaworthy.test.Probe}s and holds the answer against an {@link dev.seaworthy.test.Expectation}. For tests of
 * one's own there are {@link dev.seaworthy.test.ProblemAssert} and {@link dev.seaworthy.test.LogEvents}.
 */
@NullMarked
package dev.seaworthy.test;

import org.jspecify.annotations.NullMarked;
