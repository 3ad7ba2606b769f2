// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.logging.queue.LogLosses;
import dev.seaworthy.core.logging.queue.QueueSettings;
import dev.seaworthy.core.logging.request.RequestLogSettings;
import dev.seaworthy.core.telemetry.SecurityEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoggingPageTest {

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
    void thePageHasTheHeadingsOfEveryRoom() throws IOException {
        assertThat(page().lines().filter(line -> line.startsWith("## "))).containsExactlyElementsOf(HEADINGS);
    }

    @Test
    void thePageListsEveryFieldAndEveryCode() throws IOException {
        assertThat(FieldNames.tops())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(page()).contains('`' + field + '`'));
        assertThat(Arrays.asList(SecurityEvent.values()))
                .allSatisfy(code -> assertThat(page()).contains("| `" + code + "` |"));
        assertThat(List.of(LogLosses.DROPPED, LogLosses.SUPPRESSED, LogLosses.FAILED))
                .allSatisfy(counter -> assertThat(page()).contains('`' + counter + "{level}`"));
    }

    @Test
    void thePageTellsTheDefaults() throws IOException {
        QueueSettings queue = QueueSettings.withDefaults();
        RequestLogSettings request = RequestLogSettings.withDefaults();

        assertThat(page())
                .contains(
                        "| queue capacity | " + queue.capacity() + " events, " + QueueSettings.MAX_CHARACTERS
                                + " characters |",
                        "| equal events in ten seconds | " + queue.duplicates() + " |",
                        "| flush at the end | " + queue.flush().toSeconds() + " s |",
                        "| success rate of request lines | " + request.successRate() + " |",
                        "| slow request | " + request.slow().toSeconds() + " s |",
                        "| captured body | " + request.capturedBody() + " bytes |",
                        "cut at " + EventLimits.MESSAGE + " characters",
                        "at most " + EventLimits.LABELS + ";");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/logging.md"));
    }
}
