// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.demo;

import java.io.IOException;
import java.net.ServerSocket;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Failures of a real database, and of one that is not there. */
@Profile("demo")
@RestController
@RequestMapping("/demo/fail")
class FailDatabaseController {

    private final JdbcClient jdbc;

    FailDatabaseController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The catalog holds this SKU already. */
    @GetMapping("/db-unique")
    int dbUnique() {
        return jdbc.sql("insert into product (sku, name, price) values ('TEA-1', 'the same tea again', 1)")
                .update();
    }

    @GetMapping("/db-down")
    int dbDown() throws IOException {
        int nobodyListens = closedPort();
        JdbcClient down = JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + nobodyListens + "/shop?connectTimeout=2", "shop", ""));
        return down.sql("select 1").query(Integer.class).single();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
