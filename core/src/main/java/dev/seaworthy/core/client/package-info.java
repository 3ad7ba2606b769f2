// SPDX-License-Identifier: Apache-2.0
/** Room {@code client}. */
@NullMarked
package dev.seaworthy.core.client;

import org.jspecify.annotations.NullMarked;
