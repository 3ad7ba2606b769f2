// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

/** Where alerts go. Must be thread-safe and quick; one that throws is counted and hurts nobody. */
@FunctionalInterface
public interface AlertSink {

    /** Tells the team. */
    void send(Alert alert);
}
