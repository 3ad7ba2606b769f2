// SPDX-License-Identifier: Apache-2.0
/** Room {@code client} on the servlet floor. */
@NullMarked
package dev.seaworthy.servlet.client;

import org.jspecify.annotations.NullMarked;
