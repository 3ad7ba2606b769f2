// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.outbound;

import dev.seaworthy.core.outbound.http.OutboundHeaders;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What can be chosen about the deadline that a request brings along. Immutable.
 *
 * @param header the request header with the milliseconds that are left
 * @param attemptHeader the request header with the number of the caller's attempt
 * @param max more than this is cut to it
 */
public record DeadlineSettings(String header, String attemptHeader, Duration max) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    /**
     * Checks them.
     *
     * @throws IllegalArgumentException if a header has no name, or the longest time is none
     */
    public DeadlineSettings {
        requireName("header", header);
        requireName("attempt-header", attemptHeader);
        if (max.isNegative() || max.isZero()) {
            throw new IllegalArgumentException(
                    "deadline.max must be more than nothing, got '" + max + "'; write for example 5m");
        }
    }

    /** The defaults, the only place where they are written. */
    public static DeadlineSettings withDefaults() {
        return new DeadlineSettings(OutboundHeaders.REMAINING, OutboundHeaders.ATTEMPT, Duration.ofMinutes(5));
    }

    private static void requireName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("deadline." + what + " must be the name of a header, got '" + name
                    + "'; write for example " + OutboundHeaders.REMAINING);
        }
    }
}
