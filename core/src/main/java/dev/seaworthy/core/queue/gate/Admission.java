// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.gate;

/** Whether entries may go through a gate now. */
public enum Admission {
    /** All of them. */
    OPEN,
    /** Exactly one, and its outcome decides. */
    PROBE,
    /** None. */
    CLOSED
}
