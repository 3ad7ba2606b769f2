// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.deadline;

import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;

/**
 * A point in time by which an answer is of use. Measured by a clock that never jumps. Immutable.
 *
 * @param atNanos in nanoseconds of {@code time}'s {@link TimeSource#nanoTime()}
 * @param time the clock
 */
public record Deadline(long atNanos, TimeSource time) {

    /** The longest time that makes sense; anything longer is this. */
    public static final Duration MAX = Duration.ofDays(1);

    /** So long from now; what is negative is over already. */
    public static Deadline in(Duration wait, TimeSource time) {
        Duration bounded = wait.isNegative() ? Duration.ZERO : wait.compareTo(MAX) > 0 ? MAX : wait;
        return new Deadline(time.nanoTime() + bounded.toNanos(), time);
    }

    /** How much is left; zero when it is over. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, remainingNanos()));
    }

    /** How much is left, negative when it is over. */
    public long remainingNanos() {
        return atNanos - time.nanoTime();
    }
}
