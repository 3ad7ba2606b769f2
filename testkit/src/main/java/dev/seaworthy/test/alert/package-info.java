// SPDX-License-Identifier: Apache-2.0
/**
 * Alerts in tests: {@link dev.seaworthy.test.alert.RecordingAlerts} is a sink that keeps what the team would have been told,
 * and waits for what is told in the background.
 */
@NullMarked
package dev.seaworthy.test.alert;

import org.jspecify.annotations.NullMarked;
