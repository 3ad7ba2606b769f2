// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {

    @TempDir
    Path directory;

    @Test
    void h2ThatAcknowledgesTooEarlyIsFoundAndSetRightForGood() {
        String url = "jdbc:h2:file:" + directory.resolve("early");
        try (HikariDataSource pool = Servers.pool(url, 2)) {
            Durability durability = new Durability(ConnectionSource.of(pool));
            assertThat(durability.finding())
                    .contains("H2 writes commits after it has acknowledged them, so a killed process loses them; add"
                            + " ;WRITE_DELAY=0 to the JDBC URL, or let the queue set it");
            durability.repair();
            assertThat(durability.finding()).isEmpty();
        }
        try (HikariDataSource pool = Servers.pool(url, 2)) {
            assertThat(new Durability(ConnectionSource.of(pool)).finding()).isEmpty();
        }
    }

    @Test
    void hsqldbThatAcknowledgesTooEarlyIsFoundAndSetRight() {
        String url = "jdbc:hsqldb:file:" + directory.resolve("early");
        try (HikariDataSource pool = Servers.pool(url, 2)) {
            Durability durability = new Durability(ConnectionSource.of(pool));
            assertThat(durability.finding())
                    .contains(
                            "HSQLDB writes commits after it has acknowledged them, so a killed process loses them; add"
                                    + " ;hsqldb.write_delay=false to the JDBC URL, or let the queue set it");
            durability.repair();
            assertThat(durability.finding()).isEmpty();
        }
    }

    @Test
    void whatKeepsItsCommitsIsLeftAlone() throws Exception {
        for (String url : new String[] {Servers.h2FileUrl(directory), Servers.h2Url(), Servers.postgresUrl()}) {
            try (HikariDataSource pool = Servers.pool(url, 1)) {
                assertThat(new Durability(ConnectionSource.of(pool)).finding())
                        .as(url)
                        .isEmpty();
            }
        }
    }
}
