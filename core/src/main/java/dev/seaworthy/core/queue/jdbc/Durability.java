// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import dev.seaworthy.core.queue.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Whether a commit is really kept. H2 in a file and HSQLDB acknowledge commits before they write them, unless told otherwise:
 * killed in between, they lose what was acknowledged.
 */
public final class Durability {

    private static final String H2 =
            "H2 writes commits after it has acknowledged them, so a killed process loses them; add"
                    + " ;WRITE_DELAY=0 to the JDBC URL, or let the queue set it";
    private static final String HSQLDB =
            "HSQLDB writes commits after it has acknowledged them, so a killed process loses"
                    + " them; add ;hsqldb.write_delay=false to the JDBC URL, or let the queue set it";

    private static final String H2_AT_ONCE =
            "select count(*) from information_schema.settings where setting_name = 'WRITE_DELAY' and setting_value = '0'";

    private final ConnectionSource connections;

    /** Of this database. */
    public Durability(ConnectionSource connections) {
        this.connections = connections;
    }

    /** What is wrong with it; empty if nothing is. */
    public Optional<String> finding() {
        return ask(connection -> switch (Dialect.of(connection)) {
            case H2 -> inFile(connection) && number(connection, H2_AT_ONCE) == 0 ? Optional.of(H2) : Optional.empty();
            case HSQLDB ->
                inFile(connection)
                                && number(
                                                connection,
                                                "select count(*) from information_schema.system_properties where"
                                                        + " property_name = 'hsqldb.write_delay' and lower(property_value) ="
                                                        + " 'true'")
                                        > 0
                        ? Optional.of(HSQLDB)
                        : Optional.empty();
            case POSTGRESQL, MYSQL -> Optional.empty();
        });
    }

    /** Sets it right, for all connections and for good; needs the rights of an administrator. */
    public void repair() {
        ask(connection -> {
            Dialect dialect = Dialect.of(connection);
            if (dialect.isEmbedded()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(dialect == Dialect.H2 ? "set write_delay 0" : "set files write delay false");
                }
            }
            return Optional.empty();
        });
    }

    private static boolean inFile(Connection connection) throws SQLException {
        return !connection.getMetaData().getURL().contains(":mem:");
    }

    private static long number(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(text)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Optional<String> ask(Question question) {
        try (Connection connection = connections.open()) {
            return question.ask(connection);
        } catch (SQLException failure) {
            throw new StoreException("queue could not ask whether commits are kept", failure);
        }
    }

    @FunctionalInterface
    private interface Question {
        Optional<String> ask(Connection connection) throws SQLException;
    }
}
