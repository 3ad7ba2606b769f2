// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.List;

/**
 * Tells the team once, not a thousand times: the same alert is silent for a cool-down after it was sent. Thread-safe;
 * raising never throws and never blocks on anything but the sinks.
 */
public final class Alerts {

    /** How long the same alert stays silent. */
    public static final Duration COOL_DOWN = Duration.ofMinutes(5);

    /** So many different alerts are told apart at most. */
    public static final int MAX_SUBJECTS = 1_000;

    /** Sends to all the sinks. */
    public Alerts(TimeSource time, Telemetry telemetry, List<AlertSink> sinks) {}

    /** Raises it, unless the same one was raised within the cool-down. */
    public void raise(Alert alert) {
        throw new UnsupportedOperationException("written by room alert");
    }
}
