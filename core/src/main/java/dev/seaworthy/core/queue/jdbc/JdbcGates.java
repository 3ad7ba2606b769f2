// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import dev.seaworthy.core.queue.store.GateStore;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gates as rows: one for each queue, one for each queue and node. */
final class JdbcGates implements GateStore {

    private static final String GATE = "seaworthy_gate";
    private static final String NODE = "seaworthy_gate_node";
    private static final String CLOSED = "closed_until is not null";

    private final Jdbc jdbc;
    private final String now;

    JdbcGates(Jdbc jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.now = dialect.now();
    }

    @Override
    public Map<String, ClosedGate> closedGates() {
        String text = "select queue, closed_until - " + now + ", reason, closed_by from " + GATE + " where " + CLOSED;
        return jdbc.single("read the gates", connection -> {
            try (PreparedStatement query = connection.prepareStatement(text);
                    ResultSet rows = query.executeQuery()) {
                Map<String, ClosedGate> closed = new LinkedHashMap<>();
                while (rows.next()) {
                    closed.put(
                            rows.getString(1),
                            new ClosedGate(Duration.ofMillis(rows.getLong(2)), rows.getString(3), rows.getString(4)));
                }
                return closed;
            }
        });
    }

    @Override
    public boolean closeGate(String queue, Closing wish) {
        ensure(GATE, queue, null);
        return jdbc.commit("close a gate", connection -> {
            if (!wish.window().isZero() && othersSucceed(connection, queue, wish)) {
                return false;
            }
            // A gate that is closed for longer, by an operator say, stays so.
            return update(
                            connection,
                            "update " + GATE + " set reason = ?, closed_by = ?, delay_millis = ?, closed_until = case"
                                    + " when closed_until > " + now + " + ? then closed_until else " + now
                                    + " + ? end where queue = ?",
                            wish.reason().length() > 400 ? wish.reason().substring(0, 400) : wish.reason(),
                            wish.node(),
                            wish.delay().toMillis(),
                            wish.delay().toMillis(),
                            wish.delay().toMillis(),
                            queue)
                    > 0;
        });
    }

    private boolean othersSucceed(Connection connection, String queue, Closing wish) throws SQLException {
        String text =
                "select count(*) from " + NODE + " where queue = ? and node <> ? and succeeded_at > " + now + " - ?";
        try (PreparedStatement query = connection.prepareStatement(text)) {
            query.setString(1, queue);
            query.setString(2, wish.node());
            query.setLong(3, wish.window().toMillis());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getInt(1) > 0;
            }
        }
    }

    @Override
    public boolean openGate(String queue) {
        return jdbc.single(
                        "open a gate",
                        connection -> update(
                                connection,
                                "update " + GATE + " set closed_until = null, probe_owner = null, probe_until = null,"
                                        + " failed_by = null where queue = ? and " + CLOSED,
                                queue))
                > 0;
    }

    @Override
    public boolean takeProbe(String queue, Lease lease, Duration yield) {
        return jdbc.single(
                        "take a probe",
                        connection -> update(
                                connection,
                                "update " + GATE + " set probe_owner = ?, probe_until = " + now + " + ? where queue = ?"
                                        + " and closed_until <= " + now + " and (probe_until is null or probe_until < "
                                        + now + ") and (failed_by is null or failed_by <> ? or closed_until + ? <= "
                                        + now + ")",
                                lease.owner(),
                                lease.length().toMillis(),
                                queue,
                                lease.owner(),
                                yield.toMillis()))
                > 0;
    }

    @Override
    public void failProbe(String queue, String node) {
        jdbc.single(
                "fail a probe",
                connection -> update(
                        connection,
                        "update " + GATE + " set closed_until = " + now + " + delay_millis, failed_by = ?,"
                                + " probe_owner = null, probe_until = null where queue = ? and probe_owner = ?",
                        node,
                        queue,
                        node));
    }

    @Override
    public void returnProbe(String queue, String node) {
        jdbc.single(
                "return a probe",
                connection -> update(
                        connection,
                        "update " + GATE + " set probe_owner = null, probe_until = null where queue = ?"
                                + " and probe_owner = ?",
                        queue,
                        node));
    }

    @Override
    public void noteSuccess(String queue, String node) {
        ensure(NODE, queue, node);
        jdbc.single(
                "note a success",
                connection -> update(
                        connection,
                        "update " + NODE + " set succeeded_at = " + now + " where queue = ? and node = ?",
                        queue,
                        node));
    }

    void forgetOldNodes(Connection connection) throws SQLException {
        update(
                connection,
                "delete from " + NODE + " where succeeded_at < " + now + " - ?",
                Duration.ofDays(1).toMillis());
    }

    /** Inserts where nothing is yet, in a statement of its own: losing the race to another node is no harm. */
    private void ensure(String table, String queue, @Nullable String node) {
        String where = node == null ? " where queue = ?" : " where queue = ? and node = ?";
        Object[] values = node == null ? new Object[] {queue} : new Object[] {queue, node};
        jdbc.single("prepare a gate", connection -> {
            try (PreparedStatement query = connection.prepareStatement("select queue from " + table + where)) {
                set(query, values);
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        return 0;
                    }
                }
            }
            try {
                return update(
                        connection,
                        "insert into " + table
                                + (node == null
                                        ? " (queue) values (?)"
                                        : " (queue, node, succeeded_at) values (?, ?, 0)"),
                        values);
            } catch (SQLException failure) {
                String state = failure.getSQLState();
                if (state == null || !state.startsWith("23")) {
                    throw failure;
                }
                return 0;
            }
        });
    }

    private static int update(Connection connection, String text, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
