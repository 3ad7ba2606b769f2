// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The docs show code that compiles: below {@code <!-- snippet: File#region -->} stands, to the letter, what is between
 * {@code // region} and {@code // end} in that file.
 */
class SnippetsTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/seaworthy/example/snippets");
    private static final Pattern SHOWN =
            Pattern.compile("<!-- snippet: (\\w+)#([\\w-]+) -->\\s*```java\\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> theDocsShowCodeThatCompiles() throws IOException {
        List<Path> pages;
        try (Stream<Path> docs = Files.walk(Path.of("../../docs"))) {
            pages = Stream.concat(
                            docs.filter(page -> page.toString().endsWith(".md")), Stream.of(Path.of("../../README.md")))
                    .toList();
        }
        return pages.stream().flatMap(SnippetsTest::snippets);
    }

    private static Stream<DynamicTest> snippets(Path page) {
        return SHOWN.matcher(read(page))
                .results()
                .map(shown -> DynamicTest.dynamicTest(
                        page.getFileName() + " shows " + shown.group(1) + "#" + shown.group(2),
                        () -> assertThat(shown.group(3)).isEqualTo(region(shown.group(1), shown.group(2)))));
    }

    private static String region(String file, String name) {
        Matcher region = Pattern.compile("[ \\t]*// region " + name + "\\n(.*?)[ \\t]*// end\\n", Pattern.DOTALL)
                .matcher(read(SOURCES.resolve(file + ".java")));
        assertThat(region.find()).as("region %s in %s.java", name, file).isTrue();
        // A last line that is empty would count as one without indentation.
        return region.group(1).stripTrailing().stripIndent() + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError("cannot read " + file, unreadable);
        }
    }
}
