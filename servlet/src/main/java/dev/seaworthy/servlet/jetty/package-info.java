// SPDX-License-Identifier: Apache-2.0
/** Room {@code jetty} on the servlet floor. */
@NullMarked
package dev.seaworthy.servlet.jetty;

import org.jspecify.annotations.NullMarked;
