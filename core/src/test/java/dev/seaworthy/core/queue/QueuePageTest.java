// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.queue.engine.QueueSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueuePageTest {

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
        QueueSettings queue = QueueSettings.withDefaults();
        TaskHandler.Options handler = TaskHandler.Options.forQueue("any");
        Backoff backoff = handler.backoff();
        assertThat(page())
                .contains(
                        "| `threads` | " + queue.threads() + " |",
                        "| `pollInterval` | " + queue.pollInterval() + " |",
                        "| `lease` | " + queue.lease() + " |",
                        "| `scanInterval` | " + queue.scanInterval() + " |",
                        "| `drainTime` | " + queue.drainTime() + " |",
                        "| `keepDone` | " + queue.keepDone() + " |",
                        "| `maxUnheard` | " + queue.maxUnheard() + " |",
                        "| `groupSize` | " + queue.groupSize() + " |",
                        "| `drainPerSecond` | " + queue.drainPerSecond() + " |",
                        "| `gateWindow` | " + queue.gateWindow() + " |",
                        "| `alertAge` | " + queue.alertAge() + " |",
                        "| a handler's `maxAttempts` | " + handler.maxAttempts() + " |",
                        "| a handler's `giveUpAfter` | " + handler.giveUpAfter() + " |",
                        "| a handler's `timeout` | " + handler.timeout() + " |",
                        "| a handler's backoff | " + backoff.first() + ", times " + backoff.factor() + ", at most "
                                + backoff.cap() + ", off by " + backoff.jitter() + " |");
        assertThat(String.join(" ", page())).contains("at most " + QueueSettings.MAX_PAYLOAD + " characters of JSON");
    }

    @Test
    void thePageHasTheHeadingsOfEveryRoom() throws IOException {
        assertThat(page().stream().filter(line -> line.startsWith("## "))).containsExactlyElementsOf(HEADINGS);
    }

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("../docs/queue.md"));
    }
}
