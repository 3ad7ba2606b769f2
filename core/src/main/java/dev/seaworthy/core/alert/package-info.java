// SPDX-License-Identifier: Apache-2.0
/** Room {@code alert}. */
@NullMarked
package dev.seaworthy.core.alert;

import org.jspecify.annotations.NullMarked;
