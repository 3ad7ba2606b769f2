// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.desk.ErrorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/error.md} lists the modes that the kit checks. */
class FailureModesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "error.md");
    private static final String UPDATE = "seaworthy.docs.update";
    private static final String BEGIN = "<!-- table of failure modes: generated, begin -->\n";
    private static final String END = "<!-- table of failure modes: generated, end -->\n";

    @Test
    void theTableOfTheDocsIsTheKit() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        assertThat(begin).as("the markers of the table in docs/error.md").isBetween(BEGIN.length(), page.indexOf(END));
        if (System.getProperty(UPDATE) != null) {
            page = page.substring(0, begin) + table() + page.substring(page.indexOf(END));
            Files.writeString(PAGE, page);
        }

        assertThat(page.substring(begin, page.indexOf(END)))
                .as("the table in docs/error.md; run this test with -D%s and commit the page", UPDATE)
                .isEqualTo(table());
    }

    private static String table() {
        return "| | what goes wrong | status | code |\n| --- | --- | --- | --- |\n"
                + Arrays.stream(FailureMode.values())
                        .map(FailureModesPageTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(FailureMode mode) {
        return "| " + mode.number() + " | " + mode.sentence() + " | "
                + all(
                        mode,
                        expectation -> expectation.statuses().stream()
                                .map(String::valueOf)
                                .toList())
                + " | "
                + all(
                        mode,
                        expectation -> expectation.codes().stream()
                                .map(code -> '`' + code + '`')
                                .toList())
                + " |\n";
    }

    private static String all(FailureMode mode, Function<Expectation, Collection<String>> part) {
        String told = mode.probes(ErrorSettings.INVALID_STATUS).stream()
                .map(Probe::expectation)
                .flatMap(expectation -> part.apply(expectation).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "-" : told;
    }
}
