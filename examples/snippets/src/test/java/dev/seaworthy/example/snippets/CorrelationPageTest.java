// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The exchanges on the page are what a real app answers over a real socket; only random ids and the date may differ. */
class CorrelationPageTest {

    private static final String SENT = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Pattern EXCHANGE =
            Pattern.compile("```http\\n(GET .*?)\\n\\n(HTTP/1.1 .*?)```", Pattern.DOTALL);

    @Test
    void theExchangesOnThePageAreReal() throws IOException {
        String page = Files.readString(Path.of("../../docs/correlation.md"));
        List<MatchResult> exchanges = EXCHANGE.matcher(page).results().toList();
        assertThat(exchanges).isNotEmpty();
        SpringApplication app = new SpringApplication(App.class);
        try (ConfigurableApplicationContext context = app.run(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--seaworthy.correlation.trusted-networks=10.0.0.0/8",
                "--seaworthy.client.trusted-proxies=127.0.0.0/8,::1/128")) {
            int port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
            SoftAssertions.assertSoftly(softly -> exchanges.forEach(exchange -> {
                String answer = send(port, exchange.group(1));
                softly.assertThat(comparable(answer)).as("real: %s", answer).isEqualTo(comparable(exchange.group(2)));
            }));
        }
    }

    private static String send(int port, String request) {
        try (Socket socket = new Socket("localhost", port)) {
            String wire = request.replace("\n", "\r\n") + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(wire.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The lines that the page is about, without the ids that are new each time. */
    private static String comparable(String answer) {
        return answer.lines()
                .filter(line ->
                        line.startsWith("HTTP/1.1") || line.startsWith("X-Correlation-Id") || line.contains("{"))
                .map(line -> line.replaceAll("\\b(?!" + SENT + ")[0-9a-f]{32}\\b", "<32>")
                        .replaceAll("\\b[0-9a-f]{16}\\b", "<16>"))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CorrelationSnippets.WhoAmI.class)
    static class App {}
}
