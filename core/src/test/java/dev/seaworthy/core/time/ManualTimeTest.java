// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManualTimeTest {

    private static final Instant START = Instant.parse("2026-03-29T00:59:59Z");

    private final ManualTime time = new ManualTime(START);

    @Test
    void standsStillUntilToldToMove() {
        assertThat(time.now()).isEqualTo(START).isEqualTo(time.now());
        assertThat(time.nanoTime()).isEqualTo(time.nanoTime());
    }

    @Test
    void advanceMovesBothClocks() {
        long before = time.nanoTime();
        time.advance(Duration.ofMillis(1_500));
        assertThat(time.now()).isEqualTo(START.plusMillis(1_500));
        assertThat(time.nanoTime() - before).isEqualTo(1_500_000_000L);
    }

    @Test
    void jumpMovesTheWallClockOnly() {
        time.advance(Duration.ofSeconds(1));
        long before = time.nanoTime();
        time.jumpTo(START.minusSeconds(3_600));
        assertThat(time.now()).isEqualTo(START.minusSeconds(3_600));
        assertThat(time.nanoTime()).isEqualTo(before);

        time.advance(Duration.ofSeconds(2));
        assertThat(time.now()).isEqualTo(START.minusSeconds(3_598));
    }

    @Test
    void cannotRunBackwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> time.advance(Duration.ofSeconds(-1)))
                .withMessage("step must not be negative, got 'PT-1S'; use jumpTo to set the wall clock back");
        assertThat(time.now()).isEqualTo(START);
    }

    @Test
    void stepTooLongForNanosecondsMovesNeitherClock() {
        try {
            time.advance(Duration.ofDays(365_000));
        } catch (ArithmeticException tooLong) {
            // The contract does not promise more; what counts is that the clocks stay together.
        }
        assertThat(time.now()).isEqualTo(START);
        assertThat(time.nanoTime()).isZero();
    }

    @Test
    void systemTimeIsTheMachines() {
        TimeSource system = TimeSource.system();
        long before = system.nanoTime();
        assertThat(system.now()).isAfter(Instant.EPOCH);
        assertThat(system.nanoTime() - before).isNotNegative();
    }
}
