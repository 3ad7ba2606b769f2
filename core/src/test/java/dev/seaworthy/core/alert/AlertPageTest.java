// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.desk.AlarmSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertPageTest {

    private static final List<String> HEADINGS = List.of(
            "## What it does",
            "## Quick start",
            "## Defaults",
            "## Interactions with other rooms",
            "## What survives a crash",
            "## Telemetry",
            "## Anti-patterns",
            "## Properties");

    @Test
    void thePageTellsTheDefaults() throws IOException {
        AlertSettings defaults = AlertSettings.withDefaults();
        assertThat(page())
                .contains(
                        "| `coolDown` | " + defaults.coolDown().toMinutes() + " min |",
                        "| `digest` | " + (defaults.digest() ? "on" : "off") + " |",
                        "| `resolveAfter` | " + defaults.resolveAfter().toSeconds() + " s |",
                        "| `runbookBase` | none |",
                        "| `window` | " + AlarmSettings.WINDOW.toSeconds() + " s |",
                        "| `thresholds`, where the table says *yes* | 1 |",
                        "| `thresholds`, where it says *by rate* | " + AlarmSettings.MANY + " |",
                        "| `closeWithin` | " + AlertsBuilder.CLOSE_WITHIN.toSeconds() + " s |",
                        "| different alerts told apart | " + Alerts.MAX_SUBJECTS + " |",
                        "| notices waiting for a sink | " + Lane.CAPACITY + " |",
                        "| tries of a sink | " + Lane.ATTEMPTS + " |",
                        "| sinks | " + AlertsBuilder.MAX_SINKS + " |",
                        "| facts of an alert | " + Alert.MAX_FACTS + " |");
    }

    @Test
    void thePageHasTheHeadingsOfEveryRoom() throws IOException {
        assertThat(page().stream().filter(line -> line.startsWith("## "))).containsExactlyElementsOf(HEADINGS);
    }

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("../docs/alert.md"));
    }
}
