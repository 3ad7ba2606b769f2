// SPDX-License-Identifier: Apache-2.0
/**
 * Runs an app as a user would: {@link dev.seaworthy.conformance.process.AppProcess} is a JVM of its own with the jars of
 * a {@link dev.seaworthy.conformance.process.ClassPath}, and
 * {@link dev.seaworthy.conformance.process.RealProcessContract} says what must hold on every Boot line.
 */
@NullMarked
package dev.seaworthy.conformance.process;

import org.jspecify.annotations.NullMarked;
