// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PenaltyBoxTest {

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final PenaltyBox box = new PenaltyBox(PenaltySettings.withDefaults(), time);

    @Test
    void tenTimesTheCapIsNotWatched() {
        for (int i = 0; i < 10 * PenaltyBox.MAX_CLIENTS; i++) {
            box.refused(LimitKey.of("client", "c" + i, null));
        }
        assertThat(box.watched()).isLessThanOrEqualTo(PenaltyBox.MAX_CLIENTS);
    }

    @Test
    void whoIsQuietIsForgotten() {
        for (int i = 0; i < 1_000; i++) {
            box.refused(LimitKey.of("client", "c" + i, null));
        }
        time.advance(Duration.ofMinutes(2));
        for (int i = 0; i < 1_000; i++) {
            box.refused(LimitKey.of("client", "d" + i, null));
        }
        assertThat(box.watched()).isLessThan(1_100);
    }

    @Test
    void saysWhatIsWrong() {
        Duration minute = Duration.ofMinutes(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PenaltySettings(1, minute, minute, minute))
                .withMessage(
                        "penalty must begin at 2 refusals or more, got '1'; one refusal happens to the best, write for"
                                + " example 50");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PenaltySettings(5, minute, minute, Duration.ofSeconds(1)))
                .withMessage("longest penalty must not be shorter than the first, got 'PT1S'; write for example 1h");
    }
}
