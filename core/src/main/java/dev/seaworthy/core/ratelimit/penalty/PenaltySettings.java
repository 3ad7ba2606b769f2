// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.penalty;

import java.time.Duration;

/**
 * When a client that goes on after refusals is shut out, and for how long. Immutable.
 *
 * @param refusals how many refusals within {@code within}, 2 or more
 * @param within in what time, 1 s or more
 * @param first how long the first time; each time again it is twice as long
 * @param longest never longer than this; whoever stays quiet as long as this begins anew
 */
public record PenaltySettings(int refusals, Duration within, Duration first, Duration longest) {

    /** Checks the ranges. */
    public PenaltySettings {
        if (refusals < 2) {
            throw new IllegalArgumentException("penalty must begin at 2 refusals or more, got '" + refusals
                    + "'; one refusal happens to the best, write for example 50");
        }
        if (within.compareTo(Duration.ofSeconds(1)) < 0 || first.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "penalty times must be 1s or more, got '" + within + "' and '" + first + "'; write for example 1m");
        }
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "longest penalty must not be shorter than the first, got '" + longest + "'; write for example 1h");
        }
    }

    /** What fits most apps that want it. */
    public static PenaltySettings withDefaults() {
        return new PenaltySettings(50, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofHours(1));
    }
}
