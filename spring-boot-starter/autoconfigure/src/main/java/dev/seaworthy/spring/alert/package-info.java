// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code alert} on the Spring floor: {@link dev.seaworthy.spring.alert.AlertAutoConfiguration} tells the log, what the
 * properties name, and the app's own sinks, and finds out when a lost database is back.
 */
@NullMarked
package dev.seaworthy.spring.alert;

import org.jspecify.annotations.NullMarked;
