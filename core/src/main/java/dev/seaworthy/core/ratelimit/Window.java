// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit;

import java.time.Duration;
import java.util.Locale;

/**
 * So many in such a time, and so many at once: a bucket of {@code burst} tokens into which {@code limit} tokens drop evenly
 * over {@code per}. Immutable.
 *
 * @param limit tokens that come back in {@code per}, 1 or more
 * @param per 1 ms to 366 days
 * @param burst how many may be taken at once, 1 or more
 */
public record Window(long limit, Duration per, long burst) {

    /** A window that lets more than this through in a second limits nothing. */
    public static final long MAX_PER_SECOND = 1_000_000;

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is outside of its range, or the window could never limit anything
     */
    public Window {
        if (limit < 1 || burst < 1) {
            throw new IllegalArgumentException("window limit and burst must be 1 or more, got '" + limit + "' and '"
                    + burst + "'; to switch a policy off, leave it out");
        }
        if (per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "window length must be 1ms to 366d, got '" + per + "'; write for example 1m");
        }
        if (limit / (per.toNanos() / 1e9) > MAX_PER_SECOND || burst > MAX_PER_SECOND * 1_000) {
            throw new IllegalArgumentException("window can never limit anything, got '" + limit + " per " + per
                    + ", burst " + burst + "'; write what one client may really do");
        }
    }

    /** As many at once as in the whole time. */
    public static Window of(long limit, Duration per) {
        return new Window(limit, per, limit);
    }

    /** A node's part of it, rounded down, but one token at least. */
    Window sharedBy(int nodes) {
        Duration longer = per.multipliedBy(nodes);
        boolean divides = limit >= nodes || longer.compareTo(LONGEST) > 0;
        return new Window(
                divides ? Math.max(1, limit / nodes) : limit, divides ? per : longer, Math.max(1, burst / nodes));
    }

    /** How long an empty bucket takes to be full again. */
    public Duration refill() {
        return Duration.ofNanos((long) Math.min(Long.MAX_VALUE, Math.ceil((double) per.toNanos() * burst / limit)));
    }

    /** In words: {@code 20 per 1m, burst 10}. */
    @Override
    public String toString() {
        return limit + " per " + per.toString().substring(2).replace("T", "").toLowerCase(Locale.ROOT) + ", burst "
                + burst;
    }
}
