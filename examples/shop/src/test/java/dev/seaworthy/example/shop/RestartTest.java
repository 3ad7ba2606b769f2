// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    Path folder;

    @Test
    void ordersAndLedgerSurviveARestartAndTheProviderStartsUp() {
        Answer placed;
        try (RunningShop shop = RunningShop.start(folder)) {
            placed = shop.client().order(ShopClient.GOOD_ORDER);
            shop.client().provider("DOWN");
        }
        try (RunningShop shop = RunningShop.start(folder)) {
            assertThat(shop.client()
                            .get(placed.header("Location").orElseThrow())
                            .body())
                    .isEqualTo(placed.body());
            assertThat(shop.client().get("/demo/provider").body())
                    .isEqualTo("{\"mode\":\"UP\",\"charges\":1,\"replays\":0,\"doubleCharges\":0}");
        }
    }

    @Test
    void whatWasAnsweredSurvivesAKill() throws Exception {
        Answer placed;
        Process killed = start();
        try {
            placed = ShopClient.on(port(killed)).order(ShopClient.GOOD_ORDER);
            assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        } finally {
            killed.destroyForcibly().waitFor();
        }
        try (RunningShop shop = RunningShop.start(folder)) {
            assertThat(shop.client()
                            .get(placed.header("Location").orElseThrow())
                            .body())
                    .isEqualTo(placed.body());
            assertThat(shop.client().get("/demo/provider").json().get("charges").asInt())
                    .isEqualTo(1);
        }
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ShopApplication.class.getName()));
        command.addAll(RunningShop.arguments(folder));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int port(Process process) throws IOException {
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("the shop did not start:\n" + seen);
    }
}
