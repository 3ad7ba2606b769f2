// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.waiting;

import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.outbound.door.DoorChange;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.gate.QueueGate;
import java.time.Duration;
import java.util.Set;

/** Ties each door to the gate of the queue that is called as its service. */
final class QueueGates {

    private QueueGates() {}

    static void tie(ExternalServices services, TaskQueue queue) {
        Set<String> queues = queue.office().queues();
        services.all().stream().filter(door -> queues.contains(door.name())).forEach(door -> {
            QueueGate gate = queue.gate(door.name());
            door.listen((service, change, shutFor) -> follow(gate, change, shutFor));
        });
    }

    private static void follow(QueueGate gate, DoorChange change, Duration shutFor) {
        switch (change) {
            case OPENED -> gate.pause(shutFor, "its circuit is open");
            case PAUSED -> gate.pause(shutFor, "it asked us to slow down");
            case CLOSED -> gate.open();
            case HALF_OPENED, RECONFIGURED, MODE_CHANGED -> {
                // The gate lets its next entry through by itself, and that one is the probe.
            }
        }
    }
}
