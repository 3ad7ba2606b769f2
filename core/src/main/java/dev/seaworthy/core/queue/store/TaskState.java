// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.store;

/** Where an entry is in its life. The order is that of the numbers in the database: append only. */
public enum TaskState {
    /** Waits to be claimed. */
    READY,
    /** Leased to a node. */
    RUNNING,
    /** Carried out; kept for a while so that its key is known. */
    DONE,
    /** The service said no. */
    REFUSED,
    /** Given up, kept with its reason. */
    DEAD,
    /** Its time was over, kept with its reason. */
    EXPIRED;

    private static final TaskState[] ALL = values();

    /** The number in the database. */
    public int code() {
        return ordinal();
    }

    /** The state with this number. */
    public static TaskState of(int code) {
        return ALL[code];
    }

    /** Whether it ended without success and waits for a person: it can be re-driven. */
    public boolean isDeadLetter() {
        return this == DEAD || this == EXPIRED;
    }

    /** Whether nothing will happen any more by itself. */
    public boolean isFinal() {
        return this != READY && this != RUNNING;
    }
}
