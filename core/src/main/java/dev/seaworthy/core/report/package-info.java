// SPDX-License-Identifier: Apache-2.0
/** Room {@code report}. */
@NullMarked
package dev.seaworthy.core.report;

import org.jspecify.annotations.NullMarked;
