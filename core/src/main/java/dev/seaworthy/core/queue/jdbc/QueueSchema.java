// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import dev.seaworthy.core.queue.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * The tables of the queue. The scripts are files beside this class, to be copied into a migration. Thread-safe.
 */
public final class QueueSchema {

    private final ConnectionSource connections;

    /** Of this database. */
    public QueueSchema(ConnectionSource connections) {
        this.connections = connections;
    }

    /**
     * The script for a database: statements that end in a semicolon at the end of a line, and may be run again.
     */
    public static String script(Dialect dialect) {
        try (InputStream file = QueueSchema.class.getResourceAsStream(dialect.script())) {
            if (file == null) {
                throw new IllegalStateException("script " + dialect.script() + " is missing; the jar is incomplete");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("script " + dialect.script() + " cannot be read", unreadable);
        }
    }

    /**
     * Makes the tables that are not there.
     *
     * @throws StoreException if that fails
     */
    public void create() {
        run(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String command : statements(script(Dialect.of(connection)))) {
                    statement.execute(command);
                }
            }
        });
    }

    /**
     * Looks whether all columns are there.
     *
     * @throws IllegalStateException if not, saying what to do
     * @throws StoreException if the database cannot be reached
     */
    public void validate() {
        run(connection -> {
            Dialect dialect = Dialect.of(connection);
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery(new Statements(dialect).select("1 = 0")).close();
                statement
                        .executeQuery("select closed_until, delay_millis, failed_by from seaworthy_gate where 1 = 0")
                        .close();
                statement
                        .executeQuery("select node, succeeded_at from seaworthy_gate_node where 1 = 0")
                        .close();
            } catch (SQLException missing) {
                throw new IllegalStateException(
                        "tables of the queue must be in the database, got '"
                                + String.valueOf(missing.getMessage()).strip()
                                + "'; run dev/seaworthy/core/queue/jdbc/" + dialect.script()
                                + " from seaworthy-core in your migrations, or let the app create them",
                        missing);
            }
        });
    }

    private void run(Work work) {
        try (Connection connection = connections.open()) {
            work.run(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new StoreException("queue could not look after its tables", failure);
        }
    }

    private static String[] statements(String script) {
        return Arrays.stream(script.split(";\\s*\\n"))
                .map(command -> command.replaceAll("(?m)^--.*$", "").strip())
                .filter(command -> !command.isEmpty())
                .toArray(String[]::new);
    }

    @FunctionalInterface
    private interface Work {
        void run(Connection connection) throws SQLException;
    }
}
