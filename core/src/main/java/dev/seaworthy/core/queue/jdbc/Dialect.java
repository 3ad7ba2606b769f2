// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases that can hold the queue, and what each writes in its own way. */
public enum Dialect {
    /** From 12. */
    POSTGRESQL("cast(extract(epoch from statement_timestamp()) * 1000 as bigint)", false),
    /** MySQL from 8, MariaDB from 10.6. */
    MYSQL("(timestampdiff(microsecond, '1970-01-01 00:00:00', utc_timestamp(6)) div 1000)", false),
    /** From 2.2; in memory or in a file of its own. */
    H2("cast(extract(epoch from current_timestamp) * 1000 as bigint)", true),
    /** From 2.7; in memory or in a file of its own. */
    HSQLDB("unix_millis()", true);

    private final String now;
    private final boolean embedded;

    Dialect(String now, boolean embedded) {
        this.now = now;
        this.embedded = embedded;
    }

    /**
     * Which one it is.
     *
     * @throws IllegalStateException if it is none of them
     */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> POSTGRESQL;
            case "mysql", "mariadb" -> MYSQL;
            case "h2" -> H2;
            case "hsql database engine" -> HSQLDB;
            default ->
                throw new IllegalStateException("database of the queue must be PostgreSQL, MySQL, MariaDB, H2 or"
                        + " HSQLDB, got '" + product + "'; name another data source, or write a TaskStore");
        };
    }

    /** Whether it usually lives inside the app, so that the app may create its tables. */
    public boolean isEmbedded() {
        return embedded;
    }

    /** Milliseconds since 1970, by the database's clock; the same throughout a statement, so that an index can be used. */
    String now() {
        return now;
    }

    /** What follows an insert so that a known key is no error: an error would end a PostgreSQL transaction. */
    String unlessKnown() {
        return switch (this) {
            case POSTGRESQL -> " on conflict (kind, task_key) where task_key is not null do nothing";
            case MYSQL -> " on duplicate key update id = id";
            case H2, HSQLDB -> "";
        };
    }

    /** Reads the entry that has the key, although another transaction committed it after this one began. */
    String lockedRead() {
        return this == MYSQL ? " for update" : "";
    }

    /** The script that makes its tables, in this package's resources. */
    public String script() {
        return "queue-" + name().toLowerCase(Locale.ROOT) + ".sql";
    }
}
