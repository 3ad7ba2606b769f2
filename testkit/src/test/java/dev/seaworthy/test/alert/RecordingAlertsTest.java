// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.AlertSettings;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.alert.Notice;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordingAlertsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final RecordingAlerts recorded = new RecordingAlerts();

    @Test
    void waitsForWhatIsToldInTheBackground() {
        try (Alerts alerts = Alerts.builder()
                .settings(new AlertSettings(Alerts.COOL_DOWN, true, Duration.ZERO, null))
                .sink(recorded)
                .build()) {
            alerts.raise(new Alert("DOWN", "stripe", "It is down.", null));
            assertThat(recorded.awaitRaised("DOWN", LIMIT).subject()).isEqualTo("stripe");

            alerts.resolve("DOWN", "stripe", "It answers.");
            assertThat(recorded.awaitResolved("DOWN", LIMIT).alert().text()).endsWith("It answers.");
        }
        assertThat(recorded.notices())
                .extracting(Notice::kind)
                .containsExactly(Notice.Kind.RAISED, Notice.Kind.RESOLVED);
        assertThat(recorded.raised()).hasSize(1);
    }

    @Test
    void saysWhatWasToldInstead() {
        assertThatThrownBy(() -> recorded.awaitRaised("DOWN", Duration.ZERO))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("alert DOWN must be told as RAISED within PT0S, got 'nothing'");
        recorded.send(new Alert("UP", "stripe", "It is up.", null));
        assertThatThrownBy(() -> recorded.awaitResolved("UP", Duration.ofMillis(1)))
                .hasMessageContaining("got 'RAISED UP stripe'");
    }

    @Test
    void keepsTheLatestOnly() {
        for (int i = 0; i < 10 * RecordingAlerts.MAX_NOTICES; i++) {
            recorded.send(new Alert("CODE", "subject " + i, "Something.", null));
        }
        assertThat(recorded.raised())
                .hasSize(RecordingAlerts.MAX_NOTICES)
                .last()
                .extracting(Alert::subject)
                .isEqualTo("subject 9999");
        recorded.clear();
        assertThat(recorded.notices()).isEmpty();
    }
}
