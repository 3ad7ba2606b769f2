// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import dev.seaworthy.core.queue.store.GateStore;
import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.Settlement;
import dev.seaworthy.core.queue.store.StoreException;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Entries in a table of the app's own database. The tables must be there: see {@link QueueSchema}. Thread-safe.
 */
public final class JdbcTaskStore implements TaskStore {

    private final ConnectionSource connections;
    private final Jdbc jdbc;
    private final Dialect dialect;
    private final Statements sql;
    private final Claims claims;
    private final JdbcGates gates;

    /**
     * Asks the database once what it is.
     *
     * @throws StoreException if it cannot be reached
     * @throws IllegalStateException if it is one that cannot hold the queue
     */
    public JdbcTaskStore(ConnectionSource connections) {
        this.connections = connections;
        this.jdbc = new Jdbc(connections);
        this.dialect = jdbc.single("ask the database what it is", Dialect::of);
        this.sql = new Statements(dialect);
        this.claims = Claims.of(dialect);
        this.gates = new JdbcGates(jdbc, dialect);
    }

    /** Which database it is. */
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Instant now() {
        String text = dialect == Dialect.HSQLDB ? "values (" + sql.now + ")" : "select " + sql.now;
        return jdbc.single("read the clock", connection -> {
            try (PreparedStatement query = connection.prepareStatement(text);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return Instant.ofEpochMilli(row.getLong(1));
            }
        });
    }

    @Override
    public boolean inTransaction() {
        return connections.inTransaction();
    }

    @Override
    public Optional<StoredTask> place(NewTask task, boolean joining) {
        Inserts inserts = new Inserts(sql, dialect);
        if (!joining) {
            return task.key() == null
                    ? jdbc.single("store an entry", connection -> inserts.place(connection, task))
                    : jdbc.commit("store an entry", connection -> inserts.place(connection, task));
        }
        try {
            Connection joined = connections.joined();
            if (joined == null) {
                throw new IllegalStateException("enqueue must join a transaction on the database of the queue, got "
                        + (inTransaction() ? "one on another database" : "none")
                        + "; open one around it (@Transactional), or call enqueueNow");
            }
            return inserts.place(joined, task);
        } catch (SQLException failure) {
            throw new StoreException("queue could not store an entry", failure);
        }
    }

    @Override
    public List<StoredTask> claim(Known known, int limit, Lease lease) {
        Jdbc.Work<List<StoredTask>> work = connection -> claims.claim(connection, sql, known, limit, lease);
        return claims == Claims.RETURNING ? jdbc.single("claim", work) : jdbc.commit("claim", work);
    }

    @Override
    public Set<String> renew(Set<String> ids, Lease lease) {
        List<String> all = List.copyOf(ids);
        return jdbc.commit("renew leases", connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql.renew)) {
                for (String id : all) {
                    update.setLong(1, lease.length().toMillis());
                    update.setString(2, id);
                    update.setString(3, lease.owner());
                    update.addBatch();
                }
                return chosen(all, update.executeBatch(), true);
            }
        });
    }

    @Override
    public Set<String> settle(List<Settlement> outcomes) {
        List<String> ids = outcomes.stream().map(Settlement::id).toList();
        Jdbc.Work<Set<String>> work = connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql.settle)) {
                for (Settlement outcome : outcomes) {
                    set(update, outcome);
                    update.addBatch();
                }
                return chosen(ids, update.executeBatch(), false);
            }
        };
        return outcomes.size() == 1 ? jdbc.single("settle", work) : jdbc.commit("settle", work);
    }

    private static void set(PreparedStatement update, Settlement outcome) throws SQLException {
        update.setInt(1, outcome.state().code());
        update.setLong(2, outcome.delay().toMillis());
        update.setInt(3, outcome.attempts());
        update.setInt(4, outcome.deliveries());
        update.setInt(5, outcome.snoozes());
        update.setString(6, outcome.reason());
        update.setString(7, outcome.outcome());
        update.setInt(8, outcome.state().isFinal() ? 1 : 0);
        update.setString(9, outcome.id());
        update.setLong(10, outcome.fence());
    }

    /** A driver that does not count answers that it succeeded; that is no miss. */
    private static Set<String> chosen(List<String> ids, int[] counts, boolean changed) {
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0 == changed) {
                chosen.add(ids.get(i));
            }
        }
        return chosen;
    }

    @Override
    public int rescue(Known known) {
        return jdbc.single("rescue", connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement(sql.rescue(known.versions().size()))) {
                Rows.kinds(update, 1, known);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public List<StoredTask> overdue(Known known, int limit) {
        return jdbc.single("look for what is overdue", connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(sql.overdue(known.versions().size()))) {
                query.setInt(Rows.kinds(query, 1, known), limit);
                return Rows.read(query);
            }
        });
    }

    @Override
    public int purge(Known known, Duration keep, int limit) {
        return jdbc.commit("forget what is over", connection -> {
            try (PreparedStatement query =
                            connection.prepareStatement(sql.old(known.versions().size()));
                    PreparedStatement delete =
                            connection.prepareStatement("delete from " + Statements.TABLE + " where id = ?")) {
                query.setLong(1, keep.toMillis());
                query.setInt(Rows.kinds(query, 2, known), limit);
                gates.forgetOldNodes(connection);
                return new Batch(delete).each(query);
            }
        });
    }

    @Override
    public Optional<StoredTask> find(String id) {
        return jdbc.single("look an entry up", connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql.byId)) {
                query.setString(1, id);
                return Rows.read(query).stream().findFirst();
            }
        });
    }

    @Override
    public List<StoredTask> dead(@Nullable String queue, int limit) {
        String text = sql.select("state in (4, 5)" + (queue == null ? "" : " and queue = ?"))
                + " order by finished_at desc limit ?";
        return jdbc.single("list dead letters", connection -> {
            try (PreparedStatement query = connection.prepareStatement(text)) {
                int next = 1;
                if (queue != null) {
                    query.setString(next++, queue);
                }
                query.setInt(next, limit);
                return Rows.read(query);
            }
        });
    }

    @Override
    public int redrive(List<String> ids, Duration giveUpAfter) {
        return jdbc.commit("re-drive", connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql.redrive)) {
                for (String id : ids) {
                    update.setLong(1, giveUpAfter.toMillis());
                    update.setString(2, id);
                    update.addBatch();
                }
                return chosen(ids, update.executeBatch(), true).size();
            }
        });
    }

    @Override
    public Map<String, Depth> depth() {
        return jdbc.single("measure its depth", connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql.depth);
                    ResultSet rows = query.executeQuery()) {
                return new Depths().read(rows);
            }
        });
    }

    @Override
    public Map<String, ClosedGate> closedGates() {
        return gates.closedGates();
    }

    @Override
    public boolean closeGate(String queue, GateStore.Closing wish) {
        return gates.closeGate(queue, wish);
    }

    @Override
    public boolean openGate(String queue) {
        return gates.openGate(queue);
    }

    @Override
    public boolean takeProbe(String queue, Lease lease, Duration yield) {
        return gates.takeProbe(queue, lease, yield);
    }

    @Override
    public void failProbe(String queue, String node) {
        gates.failProbe(queue, node);
    }

    @Override
    public void returnProbe(String queue, String node) {
        gates.returnProbe(queue, node);
    }

    @Override
    public void noteSuccess(String queue, String node) {
        gates.noteSuccess(queue, node);
    }
}
