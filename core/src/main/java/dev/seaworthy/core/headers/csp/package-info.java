// SPDX-License-Identifier: Apache-2.0
/**
 * Content Security Policies of room {@code headers}. {@link dev.seaworthy.core.headers.csp.CspBuilder} builds a {@link
 * dev.seaworthy.core.headers.csp.Csp} out of {@link dev.seaworthy.core.headers.csp.CspDirective}s and {@link
 * dev.seaworthy.core.headers.csp.CspSource}s and cannot write an invalid one; {@link
 * dev.seaworthy.core.headers.csp.CspLint} says where a valid one protects from nothing; {@link
 * dev.seaworthy.core.headers.csp.Nonces} makes the value that changes with every response.
 */
@NullMarked
package dev.seaworthy.core.headers.csp;

import org.jspecify.annotations.NullMarked;
