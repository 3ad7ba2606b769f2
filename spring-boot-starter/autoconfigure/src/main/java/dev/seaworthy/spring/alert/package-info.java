// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code alert} on the Spring floor: {@link dev.seaworthy.spring.alert.AlertAutoConfiguration} sends alerts to the
 * app's sinks, or to the log where it has none.
 */
@NullMarked
package dev.seaworthy.spring.alert;

import org.jspecify.annotations.NullMarked;
