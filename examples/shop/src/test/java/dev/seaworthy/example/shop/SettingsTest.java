// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void withoutTheDemoProfileNothingFailsOnDemand() {
        try (RunningShop shop = RunningShop.start(folder, "--spring.profiles.active=production")) {
            assertThat(shop.client().get("/demo/fail/runtime").status()).isEqualTo(404);
            assertThat(shop.client().get("/demo/fail/filter").status()).isEqualTo(404);
            assertThat(shop.client().order(ShopClient.GOOD_ORDER).status()).isEqualTo(201);
        }
    }

    @Test
    void aProviderThatIsNotThereWasSurelyNotCharged() throws IOException {
        int nobodyListens;
        try (ServerSocket free = new ServerSocket(0)) {
            nobodyListens = free.getLocalPort();
        }
        try (RunningShop shop = RunningShop.start(
                folder, "--shop.provider.enabled=false", "--shop.payments.url=http://localhost:" + nobodyListens)) {
            Answer answer = shop.client().order(ShopClient.GOOD_ORDER);

            answer.isProblem(503).hasCode("PAYMENT_UNAVAILABLE").isRetryable(true);
            assertThat(answer.header("Retry-After")).isPresent();
            assertThat(shop.client().get("/demo/provider").status()).isEqualTo(404);
        }
    }
}
