// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.door;

/** What happened to a door. */
public enum DoorChange {
    /** The circuit opened: calls are refused. */
    OPENED,
    /** A few calls may try. */
    HALF_OPENED,
    /** The circuit closed: calls go out again. */
    CLOSED,
    /** The service asked us to slow down: calls are refused until then. */
    PAUSED,
    /** Other settings are in force; the window of the breaker starts anew. */
    RECONFIGURED,
    /** A person overruled the breaker, or gave the decision back to it. */
    MODE_CHANGED
}
