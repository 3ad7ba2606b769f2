// SPDX-License-Identifier: Apache-2.0
/** Room {@code correlation} on the servlet floor. */
@NullMarked
package dev.seaworthy.servlet.correlation;

import org.jspecify.annotations.NullMarked;
