// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One shop, on free ports and in a folder of its own, for all tests that do not need another. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "shop.provider.port=0",
            "shop.provider.slow=3s",
            "seaworthy.outbound.payments.attempt-timeout=300ms",
            // All tests share this shop: what one of them does to the provider must not shut the door for the next.
            "seaworthy.outbound.payments.mode=shadow",
            "seaworthy.outbound.payments.retry.budget-floor=1000",
        })
abstract class ShopTest {

    ShopClient shop;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        // The context outlives the class that starts it, so a temporary folder of that class would be gone too early.
        Path folder = Path.of("target", "test-data", UUID.randomUUID().toString());
        registry.add("shop.data-dir", () -> "./" + folder);
    }

    @BeforeEach
    void openTheDoor(@LocalServerPort int port) {
        shop = ShopClient.on(port);
        shop.provider("UP");
    }
}
