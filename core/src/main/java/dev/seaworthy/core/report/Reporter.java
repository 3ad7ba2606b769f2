// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.report;

/** Speaks for one room. Thread-safe; asked at start-up and whenever somebody looks. */
@FunctionalInterface
public interface Reporter {

    /** What is on, with which effective limits, and what looks wrong, now. */
    RoomReport report();
}
