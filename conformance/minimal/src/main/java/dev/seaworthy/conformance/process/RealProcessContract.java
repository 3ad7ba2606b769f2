// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seaworthy.conformance.minimal.MinimalApp;
import dev.seaworthy.test.ProblemAssert;
import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawHttp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The starter's jars in a real process, with an app that nobody configured. */
public abstract class RealProcessContract {

    /** So long a start may take on a busy machine. */
    protected static final Duration LIMIT = Duration.ofMinutes(2);

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    /** For subclasses. */
    protected RealProcessContract() {}

    /** What the app of the test module has, without what a minimal app would not have. */
    protected ClassPath classPath() {
        return ClassPath.ofTheAppUnderTest()
                .without("spring-security|spring-boot-security|spring-boot-starter-security")
                .without("spring-data|spring-orm|spring-jdbc|spring-boot-(data|jdbc|jpa|hibernate|persistence|sql)")
                .without("spring-boot-starter-(data|jdbc)|hibernate-core|hibernate-models|h2-|HikariCP");
    }

    /** The Boot version that must be running. */
    protected abstract String bootVersion();

    @Test
    void theJarsStartInAnAppThatNobodyConfigured() {
        ClassPath classPath = classPath();
        assertThatJarsAreUsed(classPath);
        try (AppProcess app = AppProcess.start(
                MinimalApp.class,
                classPath,
                LIMIT,
                "--server.port=0",
                "--seaworthy.outbound.stripe.timeout=3s",
                "--seaworthy.logging.format=console")) {
            RawHttp http = new RawHttp(app.uri(), LIMIT);
            assertThat(http.exchange(get("/hello"), false).body()).isEqualTo("hello");

            RawAnswer failure = http.exchange(get("/fail"), false);
            assertThat(failure.status()).isEqualTo(500);
            assertThat(failure.mediaType()).isEqualTo("application/problem+json");
            ProblemAssert.assertThat(failure.body())
                    .hasCode("INTERNAL_ERROR")
                    .hasCorrelationId(failure.header("X-Correlation-Id").orElse(""));
            ProblemAssert.assertThat(http.exchange("BROKEN\r\n\r\n", false).body())
                    .hasStatus(400);

            assertThat(app.output()).contains("v" + bootVersion()).contains("dev.seaworthy.report");
            assertThat(app.output()).containsPattern("(?m)^\\W*error\\b.*\\bon\\b");
            assertThat(app.output()).containsPattern("(?m)^\\W*correlation\\b.*\\bon\\b");
            assertThat(app.output()).containsPattern("(?m)^\\W*outbound\\b.*\\bon\\b");
            assertThat(app.output()).containsPattern("(?m)^\\W*stripe\\b.*3s");
        }
    }

    @Test
    void theLogIsRedactedJsonWhereItIsWanted() {
        ClassPath classPath = classPath();
        assertThatJarsAreUsed(classPath);
        try (AppProcess app = AppProcess.start(
                MinimalApp.class, classPath, LIMIT, "--server.port=0", "--seaworthy.logging.format=json")) {
            RawHttp http = new RawHttp(app.uri(), LIMIT);
            RawAnswer failure = http.exchange(
                    "GET /fail HTTP/1.1\r\nHost: localhost\r\nX-Correlation-Id: real-process-1\r\n\r\n", false);
            assertThat(failure.status()).isEqualTo(500);

            Awaitility.await().atMost(LIMIT).until(() -> app.output().contains("dev.seaworthy.request"));
            assertThat(app.output().lines().filter(line -> line.contains("\"http.request.id\":\"real-process-1\"")))
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("{\"@timestamp\":") && line.endsWith("}"))
                    .anyMatch(line -> line.contains("\"error.stack_trace\":"))
                    .anyMatch(line -> line.contains("\"http.response.status_code\":500")
                            && line.contains("\"log.logger\":\"dev.seaworthy.request\""));
        }
    }

    @Test
    void theJarTellsEditorsItsProperties() throws IOException {
        List<URL> files = Collections.list(getClass().getClassLoader().getResources(METADATA)).stream()
                .filter(url ->
                        url.getPath().matches(".*(seaworthy-spring-boot-autoconfigure|/autoconfigure/target/).*"))
                .toList();
        assertThat(files).hasSize(1);
        try (InputStream file = files.get(0).openStream()) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(
                            "\"seaworthy.error.enabled\"",
                            "\"seaworthy.error.invalid-status\"",
                            "\"seaworthy.error.type-base\"",
                            "\"seaworthy.correlation.enabled\"",
                            "\"seaworthy.outbound.enabled\"",
                            "\"seaworthy.outbound.default.timeout\"",
                            "\"seaworthy.outbound.default.breaker.failure-rate\"",
                            "\"seaworthy.outbound.deadline.header\"");
        }
    }

    /** Fails unless Seaworthy's entries are jars; skips where Maven has not built any yet. */
    protected static void assertThatJarsAreUsed(ClassPath classPath) {
        List<String> ours = classPath.ofSeaworthy();
        assertThat(ours).hasSizeGreaterThanOrEqualTo(5);
        assumeTrue(
                ours.stream().noneMatch(entry -> entry.endsWith("classes")),
                "mvn test does not build jars; mvn verify does");
        assertThat(ours).allMatch(entry -> entry.endsWith(".jar"));
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }
}
