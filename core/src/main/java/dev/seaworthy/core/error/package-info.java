// SPDX-License-Identifier: Apache-2.0
/** Room {@code error}. */
@NullMarked
package dev.seaworthy.core.error;

import org.jspecify.annotations.NullMarked;
