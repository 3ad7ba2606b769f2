// SPDX-License-Identifier: Apache-2.0
/**
 * The app that fails on purpose: every path under {@code /conformance} provokes one failure mode for real.
 * {@link dev.seaworthy.conformance.app.ConformanceApp} starts it.
 */
@NullMarked
package dev.seaworthy.conformance.app;

import org.jspecify.annotations.NullMarked;
