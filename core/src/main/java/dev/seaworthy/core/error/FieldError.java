// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import java.util.Locale;
import java.util.Map;

/**
 * One value that was refused. Never holds the value itself.
 *
 * @param in where the value stood
 * @param pointer in a body, the RFC 6901 pointer with JSON property names ({@code /items/0/quantity}); elsewhere
 *     {@code /} and the name of the parameter, header or cookie, escaped likewise
 * @param code stable and machine-readable, {@code UPPER_SNAKE} ({@code MIN}, {@code TYPE}, {@code REQUIRED})
 * @param message what to do, for people, localised, without the refused value
 * @param params what the check wanted, for machines: {@code {"min": 1}}; numbers, strings and booleans only
 */
public record FieldError(In in, String pointer, String code, String message, Map<String, Object> params) {

    /** The parts of a request that a value can stand in. */
    public enum In {
        BODY,
        QUERY,
        PATH,
        HEADER,
        COOKIE;

        /** The name in the problem: {@code body}, {@code query} ... */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the parameters. */
    public FieldError {
        params = Map.copyOf(params);
    }
}
