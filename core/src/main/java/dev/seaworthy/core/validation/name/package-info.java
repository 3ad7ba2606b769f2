// SPDX-License-Identifier: Apache-2.0
/**
 * Constraints on what things are called: {@link dev.seaworthy.core.validation.name.Identifier} for machines, {@link
 * dev.seaworthy.core.validation.name.NoConfusables} against names that only look like another.
 */
@NullMarked
package dev.seaworthy.core.validation.name;

import org.jspecify.annotations.NullMarked;
