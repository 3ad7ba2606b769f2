// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.queue;

import java.time.Duration;

/**
 * How much may wait to be written.
 *
 * @param capacity how many events: {@value #MIN_CAPACITY} to {@value #MAX_CAPACITY}
 * @param duplicates how many equal events pass in ten seconds; 0 for any number
 * @param flush how long a stop may take to write what waits: up to one minute
 */
public record QueueSettings(int capacity, int duplicates, Duration flush) {

    /** Fewer are refused. */
    public static final int MIN_CAPACITY = 16;

    /** More are refused. */
    public static final int MAX_CAPACITY = 1_000_000;

    /** The messages that wait have this many characters at most, all together. */
    public static final long MAX_CHARACTERS = 16L * 1024 * 1024;

    private static final Duration LONGEST_FLUSH = Duration.ofMinutes(1);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public QueueSettings {
        if (capacity < MIN_CAPACITY || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException("seaworthy.logging.queue.capacity must be " + MIN_CAPACITY + " to "
                    + MAX_CAPACITY + ", got '" + capacity + "'; write 8192");
        }
        if (duplicates < 0) {
            throw new IllegalArgumentException("seaworthy.logging.queue.duplicates must not be negative, got '"
                    + duplicates + "'; write 0 for any number");
        }
        if (flush.isNegative() || flush.compareTo(LONGEST_FLUSH) > 0) {
            throw new IllegalArgumentException(
                    "seaworthy.logging.queue.flush must be 0s to 1m, got '" + flush + "'; write 2s");
        }
    }

    /** 8192 events, 100 equal ones, two seconds. */
    public static QueueSettings withDefaults() {
        return new QueueSettings(8_192, 100, Duration.ofSeconds(2));
    }
}
