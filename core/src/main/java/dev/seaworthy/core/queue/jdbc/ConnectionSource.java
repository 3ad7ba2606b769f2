// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where the store gets its connections, and how it finds the transaction of its caller. Thread-safe. */
public interface ConnectionSource {

    /** A connection of its own, outside of every transaction; whoever asked closes it. */
    Connection open() throws SQLException;

    /** The connection of this thread's transaction on this database; null if there is none. It is not closed. */
    @Nullable
    Connection joined() throws SQLException;

    /** Whether this thread is in a transaction, on whatever database. */
    boolean inTransaction();

    /** For apps that handle connections themselves. */
    static ThreadConnections of(DataSource dataSource) {
        return new ThreadConnections(dataSource);
    }
}
