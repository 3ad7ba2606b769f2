// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.queue.store.TaskStoreContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every store in a database must do beside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JdbcStoreContract extends TaskStoreContract {

    private HikariDataSource pool;
    private ThreadConnections connections;
    private JdbcTaskStore store;

    abstract String url() throws Exception;

    @BeforeAll
    void open() throws Exception {
        pool = Servers.pool(url(), 20);
        connections = ConnectionSource.of(pool);
        store = new JdbcTaskStore(connections);
        execute("create table business (id varchar(32) primary key)");
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("delete from seaworthy_task");
        execute("delete from seaworthy_gate");
        execute("delete from seaworthy_gate_node");
        execute("delete from business");
    }

    @AfterAll
    void close() {
        if (pool != null) {
            pool.close();
        }
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    protected TaskStore store() {
        return store;
    }

    @Override
    protected void passes(Duration time) throws SQLException {
        Servers.shift(pool, time.toMillis());
    }

    void execute(String command) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static NewTask task(String key) {
        String id = UUID.randomUUID().toString().replace("-", "");
        return new NewTask(id, "mail", "mail.send", 1, "{}", null, key, null, Duration.ofDays(1), null);
    }

    private Optional<StoredTask> placeWithBusiness(String key, boolean commit) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (ThreadConnections.Joined ignored = connections.join(connection);
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into business values ('"
                        + UUID.randomUUID().toString().replace("-", "") + "')");
                Optional<StoredTask> holder = store.place(task(key), true);
                if (commit) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return holder;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    @Test
    void bothAreCommittedOrNeither() throws SQLException {
        assertThat(placeWithBusiness("a", true)).isEmpty();
        assertThat(placeWithBusiness("b", false)).isEmpty();
        assertThat(count("business")).isEqualTo(1);
        assertThat(count("seaworthy_task")).isEqualTo(1);
    }

    @Test
    void joiningNothingIsRefusedInWords() {
        assertThatThrownBy(() -> store.place(task("a"), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enqueue must join a transaction on the database of the queue, got none; open one around it"
                        + " (@Transactional), or call enqueueNow");
    }

    @Test
    void aConnectionThatCommitsByItselfIsNotJoined() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThatThrownBy(() -> connections.join(connection))
                    .hasMessage("connection to join must be in a transaction, got one that commits by itself; call"
                            + " setAutoCommit(false) first");
        }
    }

    @Test
    void sixteenTransactionsWithOneKeyKeepTheirOwnRows() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Optional<StoredTask>>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(threads.submit(() -> placeWithBusiness("same", true)));
            }
            int fresh = 0;
            for (Future<Optional<StoredTask>> one : all) {
                fresh += one.get().isEmpty() ? 1 : 0;
            }
            assertThat(fresh).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(count("business")).isEqualTo(16);
        assertThat(count("seaworthy_task")).isEqualTo(1);
    }

    @Test
    void theTablesAreTheRightOnes() {
        QueueSchema schema = new QueueSchema(connections);
        schema.create();
        schema.validate();
    }

    @Test
    void nothingIsKeptBetweenTwoCalls() {
        store.place(task(null), false);
        store.claim(
                new TaskStore.Known("mail", java.util.Map.of("mail.send", 1)),
                1,
                new NewTask.Lease("a", Duration.ofSeconds(1)));
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
}
