// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import java.time.Duration;

/**
 * How a shared store is asked. Immutable.
 *
 * @param deadline how long a request waits for it at most, 1 ms to 1 s
 * @param threads how many calls go on at the same time, each on a connection of its own, 1 to 64
 * @param nodes among how many nodes the limit is shared while the store is down, 1 or more
 */
public record StoreSettings(Duration deadline, int threads, int nodes) {

    /** Checks the ranges. */
    public StoreSettings {
        if (deadline.compareTo(Duration.ofMillis(1)) < 0 || deadline.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException(
                    "store deadline must be 1ms to 1s, got '" + deadline + "'; write for example 20ms");
        }
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException(
                    "store threads must be 1 to 64, got '" + threads + "'; write for example 4");
        }
        if (nodes < 1) {
            throw new IllegalArgumentException(
                    "store nodes must be 1 or more, got '" + nodes + "'; write how many of you there are");
        }
    }

    /** What fits most apps: 20 ms, 4 connections, and a node that knows of no others. */
    public static StoreSettings withDefaults() {
        return new StoreSettings(Duration.ofMillis(20), 4, 1);
    }
}
