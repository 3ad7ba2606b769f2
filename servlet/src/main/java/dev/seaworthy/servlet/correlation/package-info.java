// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code correlation} on the servlet floor: {@link dev.seaworthy.servlet.correlation.CorrelationFilter} opens each
 * request's scope and echoes its id.
 */
@NullMarked
package dev.seaworthy.servlet.correlation;

import org.jspecify.annotations.NullMarked;
