// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import dev.seaworthy.core.queue.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs work in a transaction of its own; again where the database gave it up for another one's sake. */
final class Jdbc {

    private static final int TRIES = 5;

    private final ConnectionSource connections;

    Jdbc(ConnectionSource connections) {
        this.connections = connections;
    }

    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    <T> T commit(String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException failure) {
                if (attempt == TRIES || !isContention(failure)) {
                    throw new StoreException("queue could not " + what, failure);
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = connections.open()) {
            boolean byItself = connection.getAutoCommit();
            if (byItself) {
                connection.setAutoCommit(false);
            }
            try {
                T answer = work.run(connection);
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException | Error failure) {
                rollback(connection, failure);
                throw failure;
            } finally {
                if (byItself) {
                    restore(connection);
                }
            }
        }
    }

    /** One statement that needs no transaction around it, so it gets none: a round trip saved. */
    <T> T single(String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = connections.open()) {
                T answer = work.run(connection);
                if (!connection.getAutoCommit()) {
                    connection.commit();
                }
                return answer;
            } catch (SQLException failure) {
                if (attempt == TRIES || !isContention(failure)) {
                    throw new StoreException("queue could not " + what, failure);
                }
            }
        }
    }

    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    private static void restore(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            // The pool finds out by itself, and what was to be said has been said.
        }
    }

    private static boolean isContention(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("40") && !state.equals("40003") || failure.getErrorCode() == 1205);
    }
}
