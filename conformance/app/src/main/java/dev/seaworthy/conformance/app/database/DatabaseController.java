// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/conformance")
class DatabaseController {

    private final DataSource database;
    private final Accounts accounts;

    DatabaseController(DataSource database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    @PostMapping("/unique-violation/jdbc")
    String jdbc() throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists customer (email varchar(99) unique)");
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into customer values (?)")) {
                insert.setString(1, "ada@example.com");
                insert.executeUpdate();
                insert.executeUpdate();
            }
        }
        return "accepted";
    }

    @PostMapping("/unique-violation/template")
    String template() {
        JdbcTemplate template = new JdbcTemplate(database);
        template.execute("create table if not exists supplier (email varchar(99) unique)");
        template.update("insert into supplier values ('ada@example.com')");
        template.update("insert into supplier values ('ada@example.com')");
        return "accepted";
    }

    @PostMapping("/unique-violation/jpa")
    String jpa() {
        accounts.save(new Account("ada@example.com"));
        accounts.save(new Account("ada@example.com"));
        return "accepted";
    }

    @GetMapping("/database-down")
    String down() throws IOException {
        return ask(new DriverManagerDataSource(nobodyListens()));
    }

    @GetMapping("/database-down/pool")
    String pool() throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(nobodyListens());
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            return ask(pool);
        }
    }

    private static String ask(DataSource nobody) {
        return String.valueOf(new JdbcTemplate(nobody).queryForObject("select 1", String.class));
    }

    private static String nobodyListens() throws IOException {
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "jdbc:h2:tcp://localhost:" + closedAtOnce.getLocalPort() + "/./orders";
        }
    }
}
