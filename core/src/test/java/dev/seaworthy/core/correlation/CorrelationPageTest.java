// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CorrelationPageTest {

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
        CorrelationSettings defaults = CorrelationSettings.withDefaults();
        String accepted = defaults.acceptedHeaders().stream()
                .map(name -> '`' + name + '`')
                .collect(Collectors.joining(", "));
        assertThat(defaults.trustedNetworks().isEmpty()).isTrue();
        assertThat(page())
                .contains(
                        "| `acceptedHeaders` | " + accepted + " |",
                        "| `responseHeader` | `" + defaults.responseHeader() + "` |",
                        "| `trustedNetworks` | none |");
    }

    @Test
    void thePageHasTheHeadingsOfEveryRoom() throws IOException {
        assertThat(page().stream().filter(line -> line.startsWith("## "))).containsExactlyElementsOf(HEADINGS);
    }

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("../docs/correlation.md"));
    }
}
