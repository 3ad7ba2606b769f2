// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code alert}: who must be told, once, not a thousand times. A room that notices something raises an {@link
 * dev.seaworthy.core.alert.Alert} with {@link dev.seaworthy.core.alert.Alerts}, and resolves it when it is over. Every
 * {@link dev.seaworthy.core.alert.AlertSink} hears of it as a {@link dev.seaworthy.core.alert.Notice}: raised, a digest of
 * what was silenced meanwhile, resolved. One sink is here: the log; those that send over HTTP are in {@code
 * dev.seaworthy.core.alert.http}.
 */
@NullMarked
package dev.seaworthy.core.alert;

import org.jspecify.annotations.NullMarked;
