// SPDX-License-Identifier: Apache-2.0
/** Room {@code correlation}. */
@NullMarked
package dev.seaworthy.core.correlation;

import org.jspecify.annotations.NullMarked;
