// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.worker;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.queue.run.Handlers;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.queue.store.TaskStore.Depth;
import dev.seaworthy.core.queue.store.TaskStore.Known;
import dev.seaworthy.core.telemetry.Telemetry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after what nobody holds: rescues, expires, forgets, and tells when a queue stands still. */
public final class Janitor {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.queue");
    private static final int BATCH = 1_000;

    private final TaskStore store;
    private final Handlers handlers;
    private final Desk desk;
    private final JanitorSettings settings;
    private final Alerts alerts;
    private final Telemetry telemetry;
    private boolean failing;

    /** Does nothing by itself. */
    public Janitor(
            TaskStore store,
            Handlers handlers,
            Desk desk,
            JanitorSettings settings,
            Alerts alerts,
            Telemetry telemetry) {
        this.store = store;
        this.handlers = handlers;
        this.desk = desk;
        this.settings = settings;
        this.alerts = alerts;
        this.telemetry = telemetry;
    }

    /**
     * What it looks at.
     *
     * @param keep how long entries that are done or refused are kept
     * @param alertAge how long an entry may be due before somebody is told
     */
    public record JanitorSettings(Duration keep, Duration alertAge) {}

    /** One round. Never throws. */
    public void round() {
        try {
            Known known = handlers.known();
            int rescued = store.rescue(known);
            for (int i = 0; i < rescued; i++) {
                telemetry.count("seaworthy.queue.rescued");
            }
            store.overdue(known, BATCH).forEach(desk::expire);
            store.purge(known, settings.keep(), BATCH);
            store.depth().forEach(this::look);
            failing = false;
        } catch (Throwable failure) {
            telemetry.count("seaworthy.queue.store_failed");
            if (!failing) {
                failing = true;
                LOG.warn("queue could not be looked after; said once until it succeeds", failure);
            }
        }
    }

    private void look(String queue, Depth depth) {
        if (depth.oldest().compareTo(settings.alertAge()) > 0) {
            alerts.raise(new Alert(
                    "QUEUE_STALLED",
                    queue,
                    depth.ready() + " calls wait in the queue, the oldest is overdue by "
                            + depth.oldest().toMinutes() + " minutes",
                    null));
        }
    }
}
