// SPDX-License-Identifier: Apache-2.0
/** Room {@code redact}. */
@NullMarked
package dev.seaworthy.core.redact;

import org.jspecify.annotations.NullMarked;
