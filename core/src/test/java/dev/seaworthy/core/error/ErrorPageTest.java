// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/error.md} says what the code does. */
class ErrorPageTest {

    private static final Path PAGE = Path.of("..", "docs", "error.md");
    private static final String UPDATE = "seaworthy.docs.update";
    private static final String BEGIN = "<!-- table of failure classes: generated, begin -->\n";
    private static final String END = "<!-- table of failure classes: generated, end -->\n";

    @Test
    void theTableIsTheEnum() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        assertThat(begin).as("the markers of the table in docs/error.md").isBetween(BEGIN.length(), end);
        if (System.getProperty(UPDATE) != null) {
            page = page.substring(0, begin) + table() + page.substring(end);
            Files.writeString(PAGE, page);
            end = page.indexOf(END);
        }

        assertThat(page.substring(begin, end))
                .as(
                        "the table in docs/error.md is not the one of FailureClass; write it anew with mvn -q -pl core -am test"
                                + " -Dtest=ErrorPageTest -D%s -Dsurefire.failIfNoSpecifiedTests=false, and commit the page",
                        UPDATE)
                .isEqualTo(table());
    }

    @Test
    void thePageHasTheHeadingsThatAllPagesHave() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.startsWith("## "))
                .containsExactly(
                        "## What it does",
                        "## Quick start",
                        "## Defaults",
                        "## Interactions with other rooms",
                        "## What survives a crash",
                        "## Telemetry",
                        "## Anti-patterns",
                        "## Properties");
    }

    private static String table() {
        return "| class | code | status | Retry-After | breaker | retry | queue | client may retry | log | alert |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
                + Arrays.stream(FailureClass.values()).map(ErrorPageTest::row).collect(Collectors.joining());
    }

    private static String row(FailureClass row) {
        List<String> cells = List.of(
                '`' + row.name() + '`',
                '`' + row.code() + '`',
                String.valueOf(row.status()),
                seconds(row.retryAfter()),
                words(row.breaker()),
                words(row.retry()),
                words(row.queue()),
                row.clientMayRetry() ? "yes" : "no",
                row.level() + (row.logsStack() ? " with stack" : ""),
                words(row.alert()));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String seconds(@Nullable Duration wait) {
        return wait == null ? "-" : wait.toSeconds() + " s";
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
