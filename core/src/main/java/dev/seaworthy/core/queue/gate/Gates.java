// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.gate;

import dev.seaworthy.core.queue.store.GateStore;
import dev.seaworthy.core.queue.store.GateStore.ClosedGate;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The gates of all queues of this node. Thread-safe. */
public final class Gates {

    private final GateStore store;
    private final Map<String, Gate> gates = new LinkedHashMap<>();

    /** One for each queue. */
    public Gates(GateStore store, Set<String> queues, GateSettings settings, TimeSource time, Telemetry telemetry) {
        this.store = store;
        queues.forEach(queue -> gates.put(queue, new Gate(queue, store, settings, time, telemetry)));
    }

    /**
     * How gates behave.
     *
     * @param node who this is
     * @param window how long a success of another node speaks for the service
     * @param probeLease how long a probe may take before another node may try
     */
    public record GateSettings(String node, Duration window, Duration probeLease) {

        Lease lease() {
            return new Lease(node, probeLease);
        }
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public Gate of(String queue) {
        Gate gate = gates.get(queue);
        if (gate == null) {
            throw new IllegalArgumentException("queue must be that of a task handler, got '" + queue + "'; there are "
                    + String.join(", ", gates.keySet()));
        }
        return gate;
    }

    /** Looks at the store once, and tells listeners of gates that have opened. */
    public void refresh() {
        Map<String, ClosedGate> closed = store.closedGates();
        gates.forEach((queue, gate) -> gate.see(closed.get(queue)));
    }
}
