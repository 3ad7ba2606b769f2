// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The same shop on a real PostgreSQL; its binaries are there for one kind of machine only. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PostgresTest {

    @TempDir
    Path folder;

    @Test
    void theSameShopRunsOnPostgres() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Answer placed;
            try (RunningShop shop = startOn(postgres)) {
                placed = shop.client().order(ShopClient.ORDER_WITHOUT_NOTE);
                assertThat(placed.status()).as(placed.body()).isEqualTo(201);
                assertThat(shop.client().get("/api/orders?limit=5").body()).isEqualTo("[" + placed.body() + "]");
                shop.client().get("/demo/fail/db-unique").isProblem(409).hasCode("UNIQUE_VIOLATION");
            }
            try (RunningShop shop = startOn(postgres)) {
                assertThat(shop.client()
                                .get(placed.header("Location").orElseThrow())
                                .body())
                        .isEqualTo(placed.body());
            }
        }
    }

    private RunningShop startOn(EmbeddedPostgres postgres) {
        return RunningShop.start(
                folder,
                "--spring.profiles.active=postgres,demo",
                "--POSTGRES_URL=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--POSTGRES_USER=postgres");
    }
}
