// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.outbound.breaker.BreakerState;
import dev.seaworthy.core.outbound.door.DoorChange;
import dev.seaworthy.core.outbound.door.DoorListener;
import dev.seaworthy.core.outbound.range.Range;
import dev.seaworthy.core.telemetry.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tells of what happens to a door: log, counters, the team, listeners. Nothing of it can break a call. */
final class Events {

    static final String CIRCUIT_OPEN = "CIRCUIT_OPEN";

    /** More listeners than this are not kept: somebody adds them again and again. */
    static final int MAX_LISTENERS = 100;

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.outbound");

    private final String service;
    private final Telemetry telemetry;
    private final @Nullable Alerts alerts;
    private final List<DoorListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean told = new AtomicBoolean();

    Events(Parts parts) {
        this.service = parts.name();
        this.telemetry = parts.telemetry();
        this.alerts = parts.alerts();
    }

    Telemetry.Counter counter(String what) {
        return telemetry.counter("seaworthy.outbound." + what, "service", service);
    }

    synchronized void listen(DoorListener listener) {
        if (listeners.size() >= MAX_LISTENERS) {
            throw new IllegalArgumentException("outbound service '" + service + "' has too many listeners, got '"
                    + (MAX_LISTENERS + 1) + "'; listen once and keep it");
        }
        listeners.add(listener);
    }

    void changed(BreakerState state, long shutForNanos) {
        tell(
                switch (state) {
                    case OPEN -> DoorChange.OPENED;
                    case HALF_OPEN -> DoorChange.HALF_OPENED;
                    case CLOSED -> DoorChange.CLOSED;
                },
                shutForNanos,
                "");
    }

    void tell(DoorChange change, long shutForNanos, String detail) {
        Duration shutFor = Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(shutForNanos));
        telemetry.count("seaworthy.outbound." + change.name().toLowerCase(Locale.ROOT), "service", service);
        safely(() -> log(change, shutFor, detail));
        if (alerts != null) {
            safely(() -> alert(alerts, change, shutFor));
        }
        for (DoorListener listener : listeners) {
            safely(() -> listener.changed(service, change, shutFor));
        }
    }

    private void log(DoorChange change, Duration shutFor, String detail) {
        LOG.atLevel(change == DoorChange.OPENED ? Level.WARN : Level.INFO)
                .addKeyValue("outbound.service", service)
                .addKeyValue("outbound.change", change.name())
                .log(
                        "service '{}' {}{}{}",
                        service,
                        words(change),
                        shutFor.isZero() ? "" : ", lets nothing out for " + Range.words(shutFor),
                        detail);
    }

    private void alert(Alerts team, DoorChange change, Duration shutFor) {
        if (change == DoorChange.CLOSED) {
            team.resolve(CIRCUIT_OPEN, service, "Service '" + service + "' works again.");
        }
        if (change != DoorChange.OPENED) {
            return;
        }
        Correlation current = Correlation.current();
        team.raise(new Alert(
                        CIRCUIT_OPEN,
                        service,
                        "Service '" + service + "' does not work: calls to it are refused for " + Range.words(shutFor)
                                + ", then a few try again.",
                        current == null ? null : current.id().value())
                .asLogged());
    }

    private void safely(Runnable telling) {
        try {
            telling.run();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError broken) {
            telemetry.count("seaworthy.outbound.listener_failed", "service", service);
            if (told.compareAndSet(false, true)) {
                warn(broken);
            }
        }
    }

    private void warn(Throwable broken) {
        try {
            LOG.warn(
                    "a listener of service '{}' failed; mend it, further failures are counted as"
                            + " seaworthy.outbound.listener_failed and not logged",
                    service,
                    broken);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError logBroken) {
            // Nobody is left to tell, and the call goes on.
        }
    }

    private static String words(DoorChange change) {
        return switch (change) {
            case OPENED -> "does not work, its circuit is open";
            case HALF_OPENED -> "is tried again, its circuit is half-open";
            case CLOSED -> "works again, its circuit is closed";
            case PAUSED -> "asked us to slow down";
            case RECONFIGURED -> "has other settings, its breaker begins a new window";
            case MODE_CHANGED -> "is in other hands";
        };
    }
}
