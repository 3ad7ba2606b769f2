// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.process;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The class path of an app, taken from the test's own.
 *
 * @param entries jars and folders
 */
public record ClassPath(List<String> entries) {

    private static final String OF_THE_TESTS =
            ".*(test-classes|(junit|surefire|assertj|mockito|byte-buddy|hamcrest|awaitility|opentest4j|apiguardian"
                    + "|json-path|jsonassert|json-smart|accessors-smart|xmlunit|parsson|jakarta\\.json-api|objenesis"
                    + "|seaworthy-test|seaworthy-house|seaworthy-conformance-app|spring-test|spring-boot-test"
                    + "|spring-boot-starter-test|spring-boot-resttestclient|spring-boot-webmvc-test)[^/]*)";

    /** Copies the entries. */
    public ClassPath {
        entries = List.copyOf(entries);
    }

    /** What an app would have whose test this is. */
    public static ClassPath ofTheAppUnderTest() {
        String all = System.getProperty("java.class.path");
        return new ClassPath(Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.matches(OF_THE_TESTS))
                .toList());
    }

    /** Without the jars whose file names begin so, as a regular expression. */
    public ClassPath without(String nameBegins) {
        return new ClassPath(entries.stream()
                .filter(entry -> !new File(entry).getName().matches("(" + nameBegins + ").*"))
                .toList());
    }

    /** Seaworthy's own entries. */
    public List<String> ofSeaworthy() {
        return entries.stream()
                .filter(entry -> entry.matches(
                        ".*(seaworthy-(core|servlet|spring)|/(core|servlet|spring-boot-starter/\\w+)/target/).*"))
                .toList();
    }

    /** As {@code java} takes it. */
    @Override
    public String toString() {
        return entries.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
