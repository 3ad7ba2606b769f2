// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import dev.seaworthy.core.redact.Redact;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the team once, not a thousand times: the same alert is silent for a cool-down after it was sent. Thread-safe;
 * raising never throws and never blocks on anything but the sinks, which are called one after the other by the thread
 * that raises.
 *
 * <p>Counts {@code seaworthy.alert.sent}, {@code seaworthy.alert.silenced} and {@code seaworthy.alert.sink-failed}.
 */
public final class Alerts {

    /** How long the same alert stays silent. */
    public static final Duration COOL_DOWN = Duration.ofMinutes(5);

    /**
     * So many different alerts are told apart at most. Beyond, new subjects share the cool-down of their code, so that a
     * flood of subjects is no flood of alerts.
     */
    public static final int MAX_SUBJECTS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final int MAX_NAME = 200;

    private final TimeSource time;
    private final Telemetry telemetry;
    private final List<Guarded> sinks;
    private final CoolDowns coolDowns = new CoolDowns(COOL_DOWN.toNanos(), MAX_SUBJECTS);

    /** Sends to all the sinks, in their order. */
    public Alerts(TimeSource time, Telemetry telemetry, List<AlertSink> sinks) {
        this.time = time;
        this.telemetry = telemetry;
        this.sinks = sinks.stream()
                .map(sink -> new Guarded(sink, new AtomicBoolean()))
                .toList();
    }

    /** Raises it, unless the same one was raised within the cool-down. A sink that failed is not tried again for it. */
    public void raise(Alert alert) {
        if (!coolDowns.start(alert.code(), alert.subject(), time.nanoTime())) {
            telemetry.count("seaworthy.alert.silenced");
            return;
        }
        telemetry.count("seaworthy.alert.sent");
        sinks.forEach(sink -> send(sink, alert));
    }

    int remembered() {
        return coolDowns.size();
    }

    private void send(Guarded guarded, Alert alert) {
        try {
            guarded.sink().send(alert);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError broken) {
            telemetry.count("seaworthy.alert.sink-failed");
            if (guarded.failed().compareAndSet(false, true)) {
                warn(guarded.sink(), alert, broken);
            }
        }
    }

    private static void warn(AlertSink sink, Alert alert, Throwable broken) {
        try {
            LOG.warn(
                    "alert sink {} failed, got alert '{}'; look at its settings, further failures of this sink are"
                            + " counted as seaworthy.alert.sink-failed and not logged",
                    sink.getClass().getName(),
                    Redact.line(alert.code() + ' ' + alert.subject(), MAX_NAME),
                    broken);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError logBroken) {
            // Nobody is left to tell, and the sink's failure is counted already.
        }
    }

    private record Guarded(AlertSink sink, AtomicBoolean failed) {}
}
