// SPDX-License-Identifier: Apache-2.0
/**
 * An app of plain servlets that fails on purpose: {@link dev.seaworthy.conformance.plain.PlainApp}, and the kit pointed at
 * it: {@link dev.seaworthy.conformance.plain.PlainConformance}.
 */
@NullMarked
package dev.seaworthy.conformance.plain;

import org.jspecify.annotations.NullMarked;
