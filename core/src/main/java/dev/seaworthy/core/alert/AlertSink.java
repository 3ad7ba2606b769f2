// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

/**
 * Where alerts go. A lambda that sends a text is enough; a sink that treats an end unlike a beginning overrides {@link
 * #tell}. Must be thread-safe. It may take its time in {@link Alerts} that were {@linkplain Alerts#builder() built} to
 * send in the background; one that throws is tried again a few times, counted, and hurts nobody.
 */
@FunctionalInterface
public interface AlertSink {

    /** Tells the team. */
    void send(Alert alert);

    /** Tells the team that something began, goes on, or is over; unless overridden, in the words of an alert. */
    default void tell(Notice notice) {
        send(notice.asAlert());
    }

    /**
     * Writes each notice as one event of logger {@code dev.seaworthy.alert}, at WARN or, for what is over, at INFO, with the
     * key-values {@code alert.code}, {@code alert.subject}, {@code alert.severity} and, where there is one, {@code
     * alert.correlation_id}, {@code alert.runbook} and {@code alert.fact.<name>}. Of an alert that {@linkplain
     * Alert#logged() the log has already}, only what comes after the beginning is written.
     */
    static AlertSink log() {
        return LogSink.INSTANCE;
    }

    /** A sink throws it where trying again is of no use, because its settings are wrong for example. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** What is wrong; without any secret. */
        public Refused(String message) {
            super(message);
        }
    }
}
