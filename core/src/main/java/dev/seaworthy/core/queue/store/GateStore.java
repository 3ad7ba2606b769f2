// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.store;

import java.time.Duration;
import java.util.Map;

/** What the nodes know together about a service: one row each. Thread-safe; the clock is the store's. */
public interface GateStore {

    /**
     * A closed gate. A gate that is not closed has no row to speak of.
     *
     * @param remaining until a probe may go through; zero or less when one is due
     * @param reason why
     * @param closedBy which node
     */
    record ClosedGate(Duration remaining, String reason, String closedBy) {}

    /**
     * A wish to close a gate.
     *
     * @param node who wishes
     * @param delay until a probe may go through, also after a probe that failed
     * @param reason why, for people
     * @param window refused if another node has succeeded within it; zero to close in any case
     */
    record Closing(String node, Duration delay, String reason, Duration window) {}

    /** All closed gates, by queue. */
    Map<String, ClosedGate> closedGates();

    /** Closes a gate, unless another node succeeded lately; whether it is closed. */
    boolean closeGate(String queue, Closing wish);

    /** Opens a gate; whether it was closed. */
    boolean openGate(String queue);

    /**
     * Takes the one probe lease of a closed gate whose wait is over. A node that failed the last probe yields: it must wait
     * {@code yield} longer than the others.
     */
    boolean takeProbe(String queue, NewTask.Lease lease, Duration yield);

    /** The probe failed: the gate stays closed for another wait. */
    void failProbe(String queue, String node);

    /** The probe found nothing to try: the next one may follow at once. */
    void returnProbe(String queue, String node);

    /** Notes that a node reached the service. */
    void noteSuccess(String queue, String node);
}
