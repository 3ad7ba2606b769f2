// SPDX-License-Identifier: Apache-2.0
/**
 * Constraints on what a value means to whoever gets it next: {@link dev.seaworthy.core.validation.content.SafeFilename} for
 * a file system, {@link dev.seaworthy.core.validation.content.NoFormula} for a spreadsheet, {@link
 * dev.seaworthy.core.validation.content.MoneyAmount} for a ledger.
 */
@NullMarked
package dev.seaworthy.core.validation.content;

import org.jspecify.annotations.NullMarked;
