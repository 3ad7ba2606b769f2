// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertTest {

    @Test
    void textsAreSingleHarmlessLinesAndCapped() {
        Alert alert = new Alert("DO\nWN", "stri\u001b[31mpe", "x".repeat(10 * Alert.MAX_TEXT), "id\r\nforged");

        assertThat(alert.code()).isEqualTo("DO\\u000aWN");
        assertThat(alert.subject()).isEqualTo("stri\\u001b[31mpe");
        assertThat(alert.text()).hasSizeLessThanOrEqualTo(Alert.MAX_TEXT).endsWith("...(+18020)");
        assertThat(alert.correlationId()).isEqualTo("id\\u000d\\u000aforged");
        assertThat(alert.withSeverity(Alert.Severity.INFO).text()).isEqualTo(alert.text());
    }

    @Test
    void factsAreMaskedCappedAndKeepTheirOrder() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("zone", "b");
        facts.put("api-key", "sk_live_1");
        for (int i = 0; i < 10 * Alert.MAX_FACTS; i++) {
            facts.put("fact" + i, "x".repeat(10 * Alert.MAX_TEXT));
        }
        Alert alert = new Alert("DOWN", Alert.Severity.ERROR, "stripe", "Down.", null, null, facts, false)
                .withFact("late", "x");

        assertThat(alert.facts()).hasSize(Alert.MAX_FACTS).containsEntry("api-key", "***");
        assertThat(alert.facts().keySet()).startsWith("zone", "api-key", "fact0");
        assertThat(alert.facts().values()).allMatch(value -> value.length() <= Alert.MAX_TEXT);
        assertThat(alert.toString()).doesNotContain("sk_live_1");
    }

    @Test
    void settingsOutOfTheirRangeAreRefusedInWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertSettings(Duration.ZERO, true, Duration.ZERO, null))
                .withMessage("seaworthy.alert.cool-down must be from PT1S to PT24H, got 'PT0S'; write for example 5m");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertSettings(Alerts.COOL_DOWN, true, Duration.ofHours(2), null))
                .withMessage(
                        "seaworthy.alert.resolve-after must be from PT0S to PT1H, got 'PT2H'; write for example 30s");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AlertSettings(Alerts.COOL_DOWN, true, Duration.ZERO, URI.create("javascript:alert(1)")))
                .withMessage("seaworthy.alert.runbook-base must be an http or https address, got 'javascript:alert(1)';"
                        + " write for example https://wiki.example.com/runbooks");
    }
}
