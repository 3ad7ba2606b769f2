// SPDX-License-Identifier: Apache-2.0
/**
 * What whoever waits may know: a {@link dev.seaworthy.core.queue.receipt.Receipt}, and {@link
 * dev.seaworthy.core.queue.receipt.ReceiptTexts} with a sentence for people.
 */
@NullMarked
package dev.seaworthy.core.queue.receipt;

import org.jspecify.annotations.NullMarked;
