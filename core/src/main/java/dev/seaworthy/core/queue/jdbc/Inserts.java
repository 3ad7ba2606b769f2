// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** Stores an entry unless its key is known, without harm to the transaction it happens in. */
record Inserts(Statements sql, Dialect dialect) {

    private static final String KNOWN_ALREADY = "23505";

    Optional<StoredTask> place(Connection connection, NewTask task) throws SQLException {
        String key = task.key();
        if (!inserted(connection, task) || (key != null && dialect == Dialect.MYSQL)) {
            StoredTask holder = byKey(connection, task.kind(), String.valueOf(key));
            return holder.id().equals(task.id()) ? Optional.empty() : Optional.of(holder);
        }
        return Optional.empty();
    }

    private boolean inserted(Connection connection, NewTask task) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql.insert)) {
            set(insert, task);
            return insert.executeUpdate() > 0;
        } catch (SQLException failure) {
            // Where a failed statement does not end the transaction, the error is the cheapest question.
            if (dialect.isEmbedded() && task.key() != null && KNOWN_ALREADY.equals(failure.getSQLState())) {
                return false;
            }
            throw failure;
        }
    }

    private StoredTask byKey(Connection connection, String kind, String key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql.byKey)) {
            query.setString(1, kind);
            query.setString(2, key);
            return Rows.read(query).stream()
                    .findFirst()
                    .orElseThrow(() -> new SQLException(
                            "the entry with this key was there and is not any more; enqueue it again", "40001"));
        }
    }

    private static void set(PreparedStatement insert, NewTask task) throws SQLException {
        Lease lease = task.lease();
        insert.setString(1, task.id());
        insert.setString(2, task.queue());
        insert.setString(3, task.kind());
        insert.setInt(4, task.version());
        insert.setString(5, task.payload());
        insert.setString(6, task.context());
        insert.setString(7, task.key());
        insert.setString(8, task.principal());
        insert.setInt(9, (lease == null ? TaskState.READY : TaskState.RUNNING).code());
        insert.setLong(10, task.giveUpAfter().toMillis());
        insert.setInt(11, lease == null ? 0 : 1);
        insert.setLong(12, lease == null ? 0 : 1);
        insert.setString(13, lease == null ? null : lease.owner());
        if (lease == null) {
            insert.setNull(14, Types.BIGINT);
        } else {
            insert.setLong(14, lease.length().toMillis());
        }
    }
}
