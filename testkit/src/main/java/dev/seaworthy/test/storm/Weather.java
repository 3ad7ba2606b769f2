// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.storm;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a {@link StormyService} treats one request. Immutable.
 *
 * @param fate how far the exchange gets
 * @param status the status of the answer
 * @param headers further headers of the answer, by name
 * @param body the body of the answer
 * @param latency how long it takes from the whole request to what follows
 * @param drip the pause before each byte of the body; zero for none
 */
public record Weather(
        Fate fate, int status, Map<String, String> headers, String body, Duration latency, Duration drip) {

    /** How far an exchange gets. */
    public enum Fate {
        /** There is an answer. */
        ANSWER,
        /** Half of the body, then the end of the connection. */
        HALF_ANSWER,
        /** The request is read and nothing follows, until the client leaves. */
        HANG,
        /** The connection is reset before anything is read but the first byte. */
        RESET_BEFORE_READING,
        /** The whole request is read, then the connection is reset: the work may have been done. */
        RESET_AFTER_READING
    }

    /** Checks the values. */
    public Weather {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException(
                    "status must be from 200 to 599, got '" + status + "'; write for example 503");
        }
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }

    /** 200 with this JSON. */
    public static Weather ok(String json) {
        return status(200).header("Content-Type", "application/json").body(json);
    }

    /** This status, with a short text. */
    public static Weather status(int status) {
        return of(Fate.ANSWER, status);
    }

    /** No answer, until the client leaves. */
    public static Weather hang() {
        return of(Fate.HANG, 200);
    }

    /** A reset before the request is read: the work was surely not done. */
    public static Weather resetBeforeReading() {
        return of(Fate.RESET_BEFORE_READING, 200);
    }

    /** A reset after the request is read: the work may have been done. */
    public static Weather resetAfterReading() {
        return of(Fate.RESET_AFTER_READING, 200);
    }

    /** 200 whose body ends too early. */
    public static Weather halfAnswer() {
        return of(Fate.HALF_ANSWER, 200);
    }

    private static Weather of(Fate fate, int status) {
        return new Weather(fate, status, Map.of(), "stormy " + status, Duration.ZERO, Duration.ZERO);
    }

    /** The same, with another body. */
    public Weather body(String other) {
        return new Weather(fate, status, headers, other, latency, drip);
    }

    /** The same, with one more header. */
    public Weather header(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Weather(fate, status, more, body, latency, drip);
    }

    /** The same, with {@code Retry-After} in seconds. */
    public Weather retryAfter(Duration wait) {
        return header("Retry-After", String.valueOf(wait.toSeconds()));
    }

    /** The same, but it takes so long. */
    public Weather after(Duration wait) {
        return new Weather(fate, status, headers, body, wait, drip);
    }

    /** The same, but the body comes byte by byte with such a pause before each. */
    public Weather dripping(Duration pause) {
        return new Weather(fate, status, headers, body, latency, pause);
    }
}
