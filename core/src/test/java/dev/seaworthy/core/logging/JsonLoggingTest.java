// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.logging.queue.QueueSettings;
import dev.seaworthy.core.time.TimeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Set up by one call and by one line of XML; what waits when a real JVM ends is written. */
class JsonLoggingTest {

    @TempDir
    Path folder;

    @Test
    void oneCallIsEnoughAndTheEndOfTheJvmLosesNothing() throws Exception {
        List<String> lines = run(List.of(), "shop");

        assertThat(lines.stream().filter(line -> line.contains("\"log.logger\":\"shop\"")))
                .hasSize(5_000)
                .allMatch(line -> line.startsWith("{\"@timestamp\":") && line.contains("password=***\""))
                .allMatch(line -> line.contains("\"service.name\":\"shop\""));
    }

    @Test
    void oneLineOfXmlIsEnough() throws Exception {
        Path xml = folder.resolve("logback.xml");
        Files.writeString(
                xml, "<configuration><include resource=\"dev/seaworthy/core/logging/json.xml\" /></configuration>");

        List<String> lines = run(List.of("-Dlogback.configurationFile=" + xml));

        assertThat(lines.stream().filter(line -> line.contains("\"log.logger\":\"shop\"")))
                .hasSize(5_000)
                .allMatch(line -> line.startsWith("{\"@timestamp\":") && line.contains("password=***\""));
    }

    @Test
    void theQueueGoesBetweenOnce() {
        try (LogBench log = new LogBench().json()) {
            JsonLogging.queue(log.context(), QueueSettings.withDefaults(), TimeSource.system());
            JsonLogging.queue(log.context(), QueueSettings.withDefaults(), TimeSource.system());

            assertThat(log.root().iteratorForAppenders())
                    .toIterable()
                    .singleElement()
                    .satisfies(appender -> assertThat(appender.getName()).isEqualTo(JsonLogging.QUEUE));
        }
    }

    private static List<String> run(List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LoggingMain.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
