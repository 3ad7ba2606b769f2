// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuiltInLimitTest extends ShopTest {

    @Test
    void theTestsOfAnAppAreNoFlood() {
        assertThat(IntStream.range(0, 500).map(i -> shop.get("/api/login").status()))
                .doesNotContain(429);
    }
}
