// SPDX-License-Identifier: Apache-2.0
/** Room {@code json}. */
@NullMarked
package dev.seaworthy.core.json;

import org.jspecify.annotations.NullMarked;
