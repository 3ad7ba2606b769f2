// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.gate;

import java.time.Duration;
import java.util.Optional;

/**
 * Lets the entries of one service through, or not. A closed gate costs its entries nothing. Thread-safe; never throws
 * because the store cannot be reached: then only this node is paused.
 */
public interface QueueGate {

    /**
     * The service does not answer this node: its breaker has opened. This node stops claiming for {@code wait}; the gate
     * closes for all nodes unless another one reached the service lately.
     */
    void pause(Duration wait, String reason);

    /** An operator closes the gate for all nodes, whatever they see. */
    void hold(Duration wait, String reason);

    /** The service answers again, or an operator says so: opens the gate for all nodes. */
    void open();

    /** This node reached the service. Cheap: call it for every success. */
    void succeeded();

    /** How long this node will let nothing through, as far as it knows; empty while the gate is open. */
    Optional<Duration> closedFor();

    /**
     * Hears, on this node, when entries go through again, one probe or all of them: a breaker goes half-open then. Must be
     * quick; a listener that throws is logged and asked again next time.
     */
    void onHalfOpen(Runnable listener);
}
