// SPDX-License-Identifier: Apache-2.0
/**
 * Constraints on what people write: {@link dev.seaworthy.core.validation.text.SafeText}, and {@link
 * dev.seaworthy.core.validation.text.SingleLine} where it has to fit on one line. {@link
 * dev.seaworthy.core.validation.text.SafeCharacters} is the same rule without annotations.
 */
@NullMarked
package dev.seaworthy.core.validation.text;

import org.jspecify.annotations.NullMarked;
