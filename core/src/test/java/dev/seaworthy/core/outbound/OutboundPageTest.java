// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.outbound.breaker.BreakerSettings;
import dev.seaworthy.core.outbound.door.DoorWords;
import dev.seaworthy.core.outbound.door.OutboundSettings;
import dev.seaworthy.core.outbound.range.Range;
import dev.seaworthy.core.outbound.retry.RetrySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboundPageTest {

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
        OutboundSettings door = OutboundSettings.withDefaults();
        RetrySettings retry = door.retry();
        BreakerSettings breaker = door.breaker();
        assertThat(door.attemptTimeout())
                .isEqualTo(door.timeout().multipliedBy(3).dividedBy(10));
        assertThat(door.idempotencyHeader()).isNull();
        assertThat(breaker.slowCall()).isNull();
        assertThat(breaker.windowTime()).isNull();
        assertThat(page())
                .contains(
                        row("timeout", door.timeout()),
                        row("leastTime", door.leastTime()),
                        row("maxConcurrent", door.maxConcurrent()),
                        row("isolated", door.isolated()),
                        row("sendHeaders", door.sendHeaders()),
                        row("retry.maxAttempts", retry.maxAttempts()),
                        row("retry.backoff", retry.backoff()),
                        row("retry.maxBackoff", retry.maxBackoff()),
                        row("retry.budgetPercent", retry.budgetPercent()),
                        row("retry.budgetFloor", retry.budgetFloor()),
                        row("breaker.failureRate", breaker.failureRate()),
                        row("breaker.slowRate", breaker.slowRate()),
                        row("breaker.minimumCalls", breaker.minimumCalls()),
                        row("breaker.windowCalls", breaker.windowCalls()),
                        row("breaker.openFor", breaker.openFor()),
                        row("breaker.maxOpenFor", breaker.maxOpenFor()),
                        row("breaker.probes", breaker.probes()),
                        row("breaker.maxPause", breaker.maxPause()));
    }

    @Test
    void thePagePrintsTheStepsOfACall() throws IOException {
        assertThat(page()).contains("    " + DoorWords.pipeline(OutboundSettings.withDefaults()));
    }

    @Test
    void thePageHasTheHeadingsOfEveryRoom() throws IOException {
        assertThat(page().stream().filter(line -> line.startsWith("## "))).containsExactlyElementsOf(HEADINGS);
    }

    private static String row(String setting, Object value) {
        return "| `" + setting + "` | " + (value instanceof Duration time ? Range.words(time) : value) + " |";
    }

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("../docs/outbound.md"));
    }
}
