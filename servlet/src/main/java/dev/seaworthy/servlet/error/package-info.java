// SPDX-License-Identifier: Apache-2.0
/** Room {@code error} on the servlet floor. */
@NullMarked
package dev.seaworthy.servlet.error;

import org.jspecify.annotations.NullMarked;
