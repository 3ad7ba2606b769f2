// SPDX-License-Identifier: Apache-2.0
/** Settings that cannot be right are refused in words, by {@link dev.seaworthy.core.outbound.range.Range}. */
@NullMarked
package dev.seaworthy.core.outbound.range;

import org.jspecify.annotations.NullMarked;
