// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code alert}: who must be told, once, not a thousand times. A room that notices something raises an
 * {@link dev.seaworthy.core.alert.Alert} with {@link dev.seaworthy.core.alert.Alerts}; what was not told within the
 * cool-down goes to every {@link dev.seaworthy.core.alert.AlertSink}. One sink is built in: the log.
 */
@NullMarked
package dev.seaworthy.core.alert;

import org.jspecify.annotations.NullMarked;
