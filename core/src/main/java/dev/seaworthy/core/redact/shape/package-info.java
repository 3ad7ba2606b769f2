// SPDX-License-Identifier: Apache-2.0
/**
 * What secrets look like in text. {@link dev.seaworthy.core.redact.shape.SecretFinder} walks a text once and asks, where
 * the prefilter says so, one class for each shape.
 */
@NullMarked
package dev.seaworthy.core.redact.shape;

import org.jspecify.annotations.NullMarked;
