// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a plain {@link DataSource}. The app says on which of its connections a transaction is open:
 *
 * <pre>{@code
 * try (var joined = connections.join(connection)) {
 *     queue.enqueue(confirmMail, mail, "confirm:" + orderId);
 * }
 * connection.commit();
 * }</pre>
 */
public final class ThreadConnections implements ConnectionSource {

    private final DataSource dataSource;
    private final ThreadLocal<@Nullable Connection> joined = new ThreadLocal<>();

    ThreadConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The time in which a connection is joined. */
    public interface Joined extends AutoCloseable {

        /** Ends it; the connection stays open. */
        @Override
        void close();
    }

    /**
     * What this thread enqueues until the answer is closed is part of the transaction of this connection.
     *
     * @throws IllegalArgumentException if the connection commits by itself after each statement
     */
    public Joined join(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalArgumentException(
                    "connection to join must be in a transaction, got one that commits by itself; call"
                            + " setAutoCommit(false) first");
        }
        Connection outer = joined.get();
        joined.set(connection);
        return () -> {
            if (outer == null) {
                joined.remove();
            } else {
                joined.set(outer);
            }
        };
    }

    @Override
    public Connection open() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public @Nullable Connection joined() {
        return joined.get();
    }

    @Override
    public boolean inTransaction() {
        return joined.get() != null;
    }
}
