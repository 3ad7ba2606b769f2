// SPDX-License-Identifier: Apache-2.0
/** Room {@code queue} on the servlet floor: {@link dev.seaworthy.servlet.queue.ReceiptServlet} tells how far a call is. */
@NullMarked
package dev.seaworthy.servlet.queue;

import org.jspecify.annotations.NullMarked;
