// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.seaworthy.core.queue.TestCodec;
import dev.seaworthy.core.queue.jdbc.ConnectionSource;
import dev.seaworthy.core.queue.jdbc.JdbcTaskStore;
import dev.seaworthy.core.queue.jdbc.Servers;
import dev.seaworthy.core.queue.store.NewTask;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that are killed, on databases that keep what they commit. */
class CrashTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private String url(String database) throws Exception {
        String url = database.equals("h2") ? Servers.h2FileUrl(directory) : Servers.postgresUrl();
        try (HikariDataSource pool = Servers.pool(url, 2);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table business (id varchar(64) primary key)");
            statement.execute("create table provider_call (id varchar(64))");
            statement.execute("create table provider_effect (id varchar(64) primary key)");
        }
        return url;
    }

    private static List<String> column(String url, String query) throws SQLException {
        try (HikariDataSource pool = Servers.pool(url, 1);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static void fill(String url, int count) {
        try (HikariDataSource pool = Servers.pool(url, 1)) {
            JdbcTaskStore store = new JdbcTaskStore(ConnectionSource.of(pool));
            String payload = new TestCodec().write("order");
            for (int i = 0; i < count; i++) {
                String id = UUID.randomUUID().toString().replace("-", "");
                NewTask task = new NewTask(
                        id, "pay", "pay.charge", 1, payload, null, "key" + i, null, Duration.ofDays(1), null);
                store.place(task, false);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"h2", "postgres"})
    void nothingAcknowledgedIsLostAndNothingIsOrphaned(String database) throws Exception {
        String url = url(database);
        NodeProcess node = new NodeProcess(url, "enqueue", "never", 0, "key", 1_000_000);
        try (node) {
            await().atMost(LONG).until(() -> node.acknowledged().size() > 200);
            node.kill();
        }
        List<String> stored = column(url, "select task_key from seaworthy_task");
        assertThat(stored).containsAll(node.acknowledged());
        assertThat(column(url, "select id from business")).containsExactlyInAnyOrderElementsOf(stored);
    }

    @ParameterizedTest
    @CsvSource({"h2, before", "h2, during", "h2, after", "postgres, before", "postgres, during", "postgres, after"})
    void aCrashInMidSubmitIsResumedWithTheSameKey(String database, String place) throws Exception {
        String url = url(database);
        try (NodeProcess first = new NodeProcess(url, "submit", place, 0, "charge-1", 1)) {
            await().atMost(LONG).until(() -> !first.isAlive());
            assertThat(first.said).contains("halt charge-1");
        }
        assertThat(column(url, "select state from seaworthy_task")).containsExactly("1");
        try (NodeProcess second = NodeProcess.working(url, 0)) {
            await().atMost(LONG).until(() -> second.said.contains("ready"));
            if (database.equals("postgres")) {
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(column(url, "select state from seaworthy_task"))
                                .containsExactly("2"));
            } else {
                // Two processes cannot have the same file: as long as leases and looks take.
                await().pollDelay(Duration.ofSeconds(4)).atMost(LONG).until(second::isAlive);
            }
        }
        assertThat(column(url, "select state from seaworthy_task")).containsExactly("2");
        assertThat(column(url, "select id from provider_effect")).containsExactly("charge-1");
        assertThat(column(url, "select distinct id from provider_call")).containsExactly("charge-1");
    }

    @Test
    void whatADeadNodeHeldRunsOnTheOther() throws Exception {
        killOneOfTwo(400, new Random(1));
    }

    @Test
    @Tag("storm")
    void fiftyKillsLoseNothing() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            killOneOfTwo(200 + random.nextInt(400), random);
        }
    }

    private void killOneOfTwo(int count, Random random) throws Exception {
        String url = url("postgres");
        fill(url, count);
        int killAfter = 20 + random.nextInt(count / 2);
        try (NodeProcess doomed = NodeProcess.working(url, 20);
                NodeProcess survivor = NodeProcess.working(url, 20)) {
            await().atMost(LONG)
                    .until(() -> column(url, "select id from provider_effect").size() > killAfter);
            doomed.kill();
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(column(url, "select id from seaworthy_task where state <> 2"))
                            .isEmpty());
            assertThat(survivor.isAlive()).isTrue();
        }
        assertThat(column(url, "select id from provider_effect")).hasSize(count);
        int again = column(url, "select id from provider_call").size() - count;
        assertThat(again).as("only what was in flight runs again").isBetween(0, 8);
    }

    @Test
    void twoNodesRunEachEntryOnce() throws Exception {
        String url = url("postgres");
        fill(url, 1_000);
        try (NodeProcess one = NodeProcess.working(url, 0);
                NodeProcess two = NodeProcess.working(url, 0)) {
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(column(url, "select id from seaworthy_task where state <> 2"))
                            .isEmpty());
            assertThat(one.isAlive() && two.isAlive()).isTrue();
        }
        assertThat(column(url, "select id from provider_call")).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void aNodeThatWakesUpTooLateChangesNothing() throws Exception {
        String url = url("postgres");
        fill(url, 1);
        try (NodeProcess sleeper = NodeProcess.working(url, 300)) {
            await().atMost(LONG)
                    .until(() -> !column(url, "select id from provider_call").isEmpty());
            sleeper.signal("STOP");
            try (NodeProcess other = NodeProcess.working(url, 3_000)) {
                await().atMost(LONG)
                        .until(() -> column(url, "select id from provider_call").size() == 2);
                sleeper.signal("CONT");
                await().atMost(LONG).until(() -> {
                    sleeper.ask();
                    return sleeper.said.contains("too-late=1");
                });
                assertThat(column(url, "select state from seaworthy_task"))
                        .as("still the other one's")
                        .containsExactly("1");
                await().atMost(LONG)
                        .until(() ->
                                column(url, "select state from seaworthy_task").contains("2"));
                assertThat(other.isAlive()).isTrue();
            }
        }
        assertThat(column(url, "select id from provider_effect")).hasSize(1);
    }
}
