// SPDX-License-Identifier: Apache-2.0
/** Room {@code time}. */
@NullMarked
package dev.seaworthy.core.time;

import org.jspecify.annotations.NullMarked;
