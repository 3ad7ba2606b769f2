// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.queue.store.TaskStore.Known;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows to entries, and parameters. */
final class Rows {

    private Rows() {}

    static List<StoredTask> read(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<StoredTask> tasks = new ArrayList<>();
            while (rows.next()) {
                tasks.add(task(rows));
            }
            return tasks;
        }
    }

    private static StoredTask task(ResultSet row) throws SQLException {
        return new StoredTask(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                TaskState.of(row.getInt(9)),
                Instant.ofEpochMilli(row.getLong(10)),
                instant(row, 11),
                row.getInt(12),
                row.getInt(13),
                row.getInt(14),
                row.getLong(15),
                Instant.ofEpochMilli(row.getLong(19)),
                row.getString(16),
                row.getString(17),
                instant(row, 18));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /** Sets the parameters of {@link Statements#kinds}; the place of the next one. */
    static int kinds(PreparedStatement statement, int from, Known known) throws SQLException {
        int next = from;
        for (Map.Entry<String, Integer> kind : known.versions().entrySet()) {
            statement.setString(next++, kind.getKey());
            statement.setInt(next++, kind.getValue());
        }
        return next;
    }
}
