// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

/** Where alerts go. Must be thread-safe and quick; one that throws is counted and hurts nobody. */
@FunctionalInterface
public interface AlertSink {

    /** Tells the team. */
    void send(Alert alert);

    /**
     * Writes each alert as one WARN event of logger {@code dev.seaworthy.alert}, with the key-values {@code alert.code},
     * {@code alert.subject} and, where there is one, {@code alert.correlation_id}.
     */
    static AlertSink log() {
        return LogSink.INSTANCE;
    }
}
