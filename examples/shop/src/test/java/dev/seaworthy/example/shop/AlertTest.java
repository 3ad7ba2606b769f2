// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seaworthy.test.storm.Received;
import dev.seaworthy.test.storm.StormyService;
import dev.seaworthy.test.storm.Weather;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTest {

    @Test
    void aBugReachesTheTeamOnceThoughTheirChatFailsAtFirst(@TempDir Path folder) {
        try (StormyService chat = StormyService.start().next(Weather.status(503));
                RunningShop shop = RunningShop.start(
                        folder, "--seaworthy.alert.slack.url=" + chat.uri().resolve("/T0/B0/s3cret"))) {
            for (int i = 0; i < 5; i++) {
                shop.client().get("/demo/fail/runtime").isProblem(500);
            }

            await().until(() -> chat.arrived() == 2);
            assertThat(chat.received())
                    .extracting(Received::body)
                    .allSatisfy(body -> assertThat(body).contains("INTERNAL_ERROR", "IndexOutOfBoundsException", "shop"));
        }
    }
}
