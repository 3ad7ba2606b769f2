// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits that the shop declares in its properties, as they stand there. */
class LimitTest {

    private static final String WRONG = "{\"user\":\"ada\",\"password\":\"wrong-7d1f\"}";
    private static final String RIGHT = "{\"user\":\"ada\",\"password\":\"difference-engine\"}";

    @TempDir
    private Path folder;

    @Test
    void tenOrdersAtOnceAndThenTheBucketIsEmpty() {
        try (RunningShop running = RunningShop.start(folder)) {
            ShopClient shop = running.client();
            List<Integer> statuses = IntStream.range(0, 10)
                    .mapToObj(i -> shop.order(ShopClient.GOOD_ORDER).status())
                    .toList();
            assertThat(statuses).doesNotContain(429);

            Answer no = IntStream.range(0, 5)
                    .mapToObj(i -> shop.order(ShopClient.GOOD_ORDER))
                    .filter(answer -> answer.status() == 429)
                    .findFirst()
                    .orElseThrow();
            no.isProblem(429).hasCode("QUOTA_EXCEEDED");
            assertThat(no.header("Retry-After")).isPresent();
            assertThat(no.header("RateLimit-Policy")).hasValue("\"orders\";q=10;w=30");
            assertThat(shop.get("/api/orders").status())
                    .as("reading is not limited")
                    .isEqualTo(200);
        }
    }

    @Test
    void loginsAreLimitedOnFailuresOnly() {
        try (RunningShop running = RunningShop.start(folder)) {
            ShopClient shop = running.client();
            assertThat(IntStream.range(0, 20)
                            .map(i -> shop.post("/api/login", RIGHT).status()))
                    .containsOnly(204);
            assertThat(IntStream.range(0, 8)
                            .map(i -> shop.post("/api/login", WRONG).status()))
                    .startsWith(401, 401, 401, 401, 401)
                    .contains(429);
        }
    }
}
