// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code logging} on the servlet floor: {@link dev.seaworthy.servlet.logging.RequestLogFilter} and
 * {@link dev.seaworthy.servlet.logging.RequestEndListener} see to one line for each request when it is over,
 * {@link dev.seaworthy.servlet.logging.UserFilter} learns from a {@link dev.seaworthy.servlet.logging.UserContext} on whose
 * behalf it runs.
 */
@NullMarked
package dev.seaworthy.servlet.logging;

import org.jspecify.annotations.NullMarked;
