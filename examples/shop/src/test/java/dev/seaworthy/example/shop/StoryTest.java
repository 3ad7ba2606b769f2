// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One grep by the id that an answer brings finds the whole story, in the log of a shop in a process of its own. */
class StoryTest {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private Process process;
    private ShopClient shop;

    @BeforeEach
    void open() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ShopApplication.class.getName()));
        command.addAll(RunningShop.arguments(folder));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "main-log-reader");
        reader.setDaemon(true);
        reader.start();
        await().atMost(LIMIT).until(() -> port() > 0);
        shop = ShopClient.on(port());
    }

    @AfterEach
    void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(log::add);
        } catch (IOException | UncheckedIOException ended) {
            log.add("the process ended");
        }
    }

    private int port() {
        return log.stream()
                .map(STARTED::matcher)
                .filter(Matcher::find)
                .map(match -> Integer.parseInt(match.group(1)))
                .findFirst()
                .orElse(0);
    }

    /** As grep does it, once the request's own line is there. */
    private List<JsonNode> grep(String id) {
        await().atMost(LIMIT)
                .until(() ->
                        log.stream().anyMatch(line -> line.contains(id) && line.contains("dev.seaworthy.request")));
        return log.stream()
                .filter(line -> line.contains(id))
                .map(JSON::readTree)
                .toList();
    }

    @Test
    void anOrderIsOneStoryInTheShopAndInItsProvider() {
        Answer placed = shop.order(ShopClient.GOOD_ORDER);
        String id = placed.header("X-Correlation-Id").orElseThrow();

        List<JsonNode> story = grep(id);

        assertThat(story)
                .allSatisfy(event ->
                        assertThat(event.get("http.request.id").asString()).isEqualTo(id));
        assertThat(story)
                .extracting(event -> event.get("message").asString())
                .anyMatch(message -> message.startsWith("payment provider: CHARGED order"))
                .anyMatch(message -> message.startsWith("payment provider: POST /charges is answered by"))
                .anyMatch(message -> message.startsWith("POST /api/orders 201 in "));
        assertThat(story)
                .extracting(event -> event.get("service.name").asString())
                .containsOnly("shop");
    }

    @Test
    void aFailureAndItsRequestHaveTheErrorIdThatTheClientGot() {
        shop.provider("DOWN");
        Answer failed = shop.order(ShopClient.GOOD_ORDER);
        String id = failed.header("X-Correlation-Id").orElseThrow();
        String errorId = failed.json().get("instance").asString().replace("urn:uuid:", "");

        List<JsonNode> story = grep(id);

        assertThat(story)
                .filteredOn(event -> event.has("error.id"))
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(event.get("error.id").asString()).isEqualTo(errorId))
                .anySatisfy(event ->
                        assertThat(event.path("error.class").asString("")).isEqualTo("NO_CERTAIN_ANSWER"))
                .anySatisfy(event ->
                        assertThat(event.path("http.route").asString("")).isEqualTo("/api/orders"));
        assertThat(story)
                .extracting(event -> event.get("message").asString())
                .anyMatch(
                        message -> message.contains("payment provider: POST /charges is answered by Reply[status=503"));
    }

    @Test
    void whoIsLoggedInIsNamedAndTheirPasswordIsNot() {
        Answer answer =
                shop.get("/demo/fail/runtime?password=difference-engine", "X-Correlation-Id", "story-of-a-bug-1");

        List<JsonNode> story = grep("story-of-a-bug-1");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(story)
                .filteredOn(event -> event.has("error.stack_trace"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.get("error.fingerprint").asString()).matches("[0-9a-f]{16}"));
        assertThat(log).noneMatch(line -> line.contains("difference-engine"));
    }
}
