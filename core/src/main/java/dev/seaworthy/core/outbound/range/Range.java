// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.range;

import java.time.Duration;

/** Says what is wrong with a number or a time of the room's settings, and what to write. */
public final class Range {

    private Range() {}

    /**
     * Checks a number.
     *
     * @throws IllegalArgumentException if it is outside
     */
    public static void check(String setting, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("outbound " + setting + " is out of range, got '" + value
                    + "'; write a number from " + min + " to " + max);
        }
    }

    /**
     * Checks a time.
     *
     * @throws IllegalArgumentException if it is outside
     */
    public static void check(String setting, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException("outbound " + setting + " is out of range, got '" + words(value)
                    + "'; write a time from " + words(min) + " to " + words(max));
        }
    }

    /** {@code 1500ms}, {@code 3s}, {@code 2m}: the way times are written in properties. */
    public static String words(Duration time) {
        long millis = time.toMillis();
        if (!time.equals(Duration.ofMillis(millis))) {
            return time.toNanos() + "ns";
        }
        if (millis == 0 || millis % 1_000 != 0) {
            return millis + "ms";
        }
        return millis % 60_000 == 0 ? millis / 60_000 + "m" : millis / 1_000 + "s";
    }
}
