// SPDX-License-Identifier: Apache-2.0
/**
 * Regular expressions that cannot be made to run for ever: {@link dev.seaworthy.core.validation.pattern.PatternSafe}.
 */
@NullMarked
package dev.seaworthy.core.validation.pattern;

import org.jspecify.annotations.NullMarked;
