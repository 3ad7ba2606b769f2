// SPDX-License-Identifier: Apache-2.0
/**
 * Apps as small as can be: {@link dev.seaworthy.conformance.minimal.MinimalApp} answers requests, on servlets or
 * reactively as the class path has it, and {@link dev.seaworthy.conformance.minimal.MinimalJob} runs and ends.
 */
@NullMarked
package dev.seaworthy.conformance.minimal;

import org.jspecify.annotations.NullMarked;
