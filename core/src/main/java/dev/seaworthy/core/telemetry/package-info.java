// SPDX-License-Identifier: Apache-2.0
/** Room {@code telemetry}. */
@NullMarked
package dev.seaworthy.core.telemetry;

import org.jspecify.annotations.NullMarked;
