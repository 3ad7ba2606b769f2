// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import dev.seaworthy.core.telemetry.Telemetry;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sink that can break nothing: what it throws is counted, logged once until it works again, and told to the others. */
final class Outlet {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final String name;
    private final AlertSink sink;
    private final Alert.Severity least;
    private final Telemetry telemetry;
    private final AtomicBoolean logged = new AtomicBoolean();
    private final AtomicBoolean fails = new AtomicBoolean();

    Outlet(String name, AlertSink sink, Alert.Severity least, Telemetry telemetry) {
        this.name = name;
        this.sink = sink;
        this.least = least;
        this.telemetry = telemetry;
    }

    /** What became of one try. */
    enum Outcome {
        SENT,
        FAILED,
        /** Trying again is of no use. */
        REFUSED
    }

    String name() {
        return name;
    }

    boolean wants(Notice notice) {
        return notice.alert().severity().compareTo(least) >= 0;
    }

    Outcome attempt(Notice notice) {
        try {
            sink.tell(notice);
            return Outcome.SENT;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError broken) {
            telemetry.count("seaworthy.alert.sink-failed", "sink", name);
            if (logged.compareAndSet(false, true)) {
                warn(notice.alert(), broken);
            }
            return broken instanceof AlertSink.Refused ? Outcome.REFUSED : Outcome.FAILED;
        }
    }

    /** Says when it begins and ends to fail, after all tries. */
    void settle(boolean sent, BiConsumer<Outlet, Boolean> changed) {
        if (sent) {
            logged.set(false);
        }
        if (fails.compareAndSet(sent, !sent)) {
            changed.accept(this, sent);
        }
    }

    private void warn(Alert alert, Throwable broken) {
        try {
            LOG.warn(
                    "alert sink {} failed, got alert '{} {}'; look at its settings, until it works again its"
                            + " failures are counted as seaworthy.alert.sink-failed and not logged",
                    name,
                    alert.code(),
                    alert.subject(),
                    broken);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError logBroken) {
            // Nobody is left to tell, and the sink's failure is counted already.
        }
    }
}
