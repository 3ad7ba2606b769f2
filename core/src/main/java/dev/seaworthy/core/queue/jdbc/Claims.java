// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.queue.store.TaskStore.Known;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How entries are leased: three ways, by what the database is quick at. */
enum Claims {
    /** One statement. The CTE is a fence: without it the planner may lock more rows than were asked for. */
    RETURNING {
        @Override
        List<StoredTask> claim(Connection connection, Statements sql, Known known, int limit, Lease lease)
                throws SQLException {
            String text = "with due as materialized (select id as due_id from " + Statements.TABLE + " where "
                    + due(sql, known) + " order by run_at limit ? for update skip locked) update " + Statements.TABLE
                    + " set " + leased(sql) + " from due where id = due_id returning " + sql.columns();
            try (PreparedStatement claim = connection.prepareStatement(text)) {
                int next = setDue(claim, 1, known);
                claim.setInt(next++, limit);
                setLease(claim, next, lease);
                return Rows.read(claim);
            }
        }
    },
    /** Locks, then updates. */
    LOCKING {
        @Override
        List<StoredTask> claim(Connection connection, Statements sql, Known known, int limit, Lease lease)
                throws SQLException {
            List<StoredTask> found = candidates(connection, sql, known, limit, " for update skip locked");
            return take(connection, sql, found, lease);
        }
    },
    /** Reads without a lock, then lets the fence decide: H2 locks every matching row, whatever the limit. */
    COMPARING {
        @Override
        List<StoredTask> claim(Connection connection, Statements sql, Known known, int limit, Lease lease)
                throws SQLException {
            return take(connection, sql, candidates(connection, sql, known, limit, ""), lease);
        }
    };

    static Claims of(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> RETURNING;
            case MYSQL -> LOCKING;
            case H2, HSQLDB -> COMPARING;
        };
    }

    abstract List<StoredTask> claim(Connection connection, Statements sql, Known known, int limit, Lease lease)
            throws SQLException;

    private static String due(Statements sql, Known known) {
        return "state = 0 and queue = ? and run_at <= " + sql.now + " and "
                + Statements.kinds(known.versions().size());
    }

    private static String leased(Statements sql) {
        return "state = 1, lease_owner = ?, lease_until = " + sql.now
                + " + ?, fence = fence + 1, deliveries = deliveries + 1";
    }

    private static int setDue(PreparedStatement statement, int from, Known known) throws SQLException {
        statement.setString(from, known.queue());
        return Rows.kinds(statement, from + 1, known);
    }

    private static void setLease(PreparedStatement statement, int from, Lease lease) throws SQLException {
        statement.setString(from, lease.owner());
        statement.setLong(from + 1, lease.length().toMillis());
    }

    private static List<StoredTask> candidates(
            Connection connection, Statements sql, Known known, int limit, String lock) throws SQLException {
        String text = sql.select(due(sql, known)) + " order by queue, state, run_at limit ?" + lock;
        try (PreparedStatement query = connection.prepareStatement(text)) {
            query.setInt(setDue(query, 1, known), limit);
            return Rows.read(query);
        }
    }

    private static List<StoredTask> take(Connection connection, Statements sql, List<StoredTask> found, Lease lease)
            throws SQLException {
        if (found.isEmpty()) {
            return found;
        }
        String text =
                "update " + Statements.TABLE + " set " + leased(sql) + " where id = ? and fence = ? and state = 0";
        List<StoredTask> taken = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(text)) {
            for (StoredTask task : found) {
                setLease(update, 1, lease);
                update.setString(3, task.id());
                update.setLong(4, task.fence());
                if (update.executeUpdate() == 1) {
                    taken.add(leased(task));
                }
            }
        }
        return taken;
    }

    private static StoredTask leased(StoredTask task) {
        return new StoredTask(
                task.id(),
                task.queue(),
                task.kind(),
                task.version(),
                task.payload(),
                task.context(),
                task.key(),
                task.principal(),
                TaskState.RUNNING,
                task.runAt(),
                task.giveUpAt(),
                task.attempts(),
                task.deliveries() + 1,
                task.snoozes(),
                task.fence() + 1,
                task.readAt(),
                task.reason(),
                task.outcome(),
                task.finishedAt());
    }
}
