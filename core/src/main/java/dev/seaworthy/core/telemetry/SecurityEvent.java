// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.telemetry;

import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What a security team sets alarms on. The names are the stable codes: one is never renamed, and each event that is one
 * carries {@link #MARKER} and the code under {@link #KEY}.
 *
 * @see <a href="https://owasp.org/www-project-application-security-verification-standard/">ASVS 5.0, V16.3</a>
 */
public enum SecurityEvent {
    /** Somebody did not prove who they are. */
    AUTHENTICATION_FAILED,
    /** Somebody asked for what is not theirs. */
    ACCESS_DENIED,
    /** Somebody came too often. */
    RATE_LIMITED,
    /** Input was refused before the app acted on it. */
    INPUT_REFUSED,
    /** A header that Seaworthy reads held what no honest client sends. */
    HEADER_FORGED;

    /** Stands on every security event. */
    public static final Marker MARKER = MarkerFactory.getMarker("SECURITY");

    /** The key of the code. */
    public static final String KEY = "event.code";

    /** The log event, marked as this one. */
    public LoggingEventBuilder mark(LoggingEventBuilder event) {
        return event.addMarker(MARKER).addKeyValue(KEY, name());
    }
}
