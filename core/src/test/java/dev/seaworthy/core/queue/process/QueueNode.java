// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.process;

import com.zaxxer.hikari.HikariDataSource;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskContext;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.TestCodec;
import dev.seaworthy.core.queue.engine.QueueSettings;
import dev.seaworthy.core.queue.jdbc.ConnectionSource;
import dev.seaworthy.core.queue.jdbc.JdbcTaskStore;
import dev.seaworthy.core.queue.jdbc.Servers;
import dev.seaworthy.core.queue.jdbc.ThreadConnections;
import dev.seaworthy.core.telemetry.Telemetry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A node in a process of its own, to be killed. It works off {@code pay.charge}; the provider is two tables in the same
 * database: one with every call, one with every effect, which honours idempotency keys.
 */
public final class QueueNode {

    private final HikariDataSource pool;
    private final String halt;
    private final int millis;

    private QueueNode(String url, String halt, int millis) {
        this.pool = Servers.pool(url, 12);
        this.halt = halt;
        this.millis = millis;
    }

    /** {@code url mode halt millis prefix count}. */
    public static void main(String[] args) throws Exception {
        QueueNode node = new QueueNode(args[0], args[2], Integer.parseInt(args[3]));
        node.run(args[1], args[4], Integer.parseInt(args[5]));
    }

    private void run(String mode, String prefix, int count) throws Exception {
        ThreadConnections connections = ConnectionSource.of(pool);
        Telemetry telemetry = new Telemetry();
        TaskHandler<String, String> handler =
                TaskHandler.of("pay.charge", String.class, String.class).handle(this::charge);
        TaskQueue queue = TaskQueue.builder(new JdbcTaskStore(connections), new TestCodec())
                .handler(handler)
                .settings(QueueSettings.withDefaults()
                        .withThreads(8)
                        .withRhythm(Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofMillis(500)))
                .telemetry(telemetry)
                .build();
        say("ready");
        switch (mode) {
            case "enqueue" -> {
                for (int i = 0; i < count; i++) {
                    enqueue(connections, queue, handler, prefix + i);
                }
            }
            case "submit" ->
                say(queue.submit(handler, "order", prefix).getClass().getSimpleName());
            default -> queue.start();
        }
        // Until told to end, or killed.
        while (System.in.read() >= 0) {
            say("too-late=" + telemetry.total("seaworthy.queue.too_late"));
        }
        queue.close();
        pool.close();
    }

    private void enqueue(
            ThreadConnections connections, TaskQueue queue, TaskHandler<String, String> handler, String key)
            throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (ThreadConnections.Joined ignored = connections.join(connection)) {
                update(connection, "insert into business values (?)", key);
                queue.enqueue(handler, "order", key);
            }
            connection.commit();
            say("ack " + key);
        }
    }

    private TaskAnswer<String> charge(String order, TaskContext context) throws Exception {
        haltAt("before", context);
        try (Connection connection = pool.getConnection()) {
            update(connection, "insert into provider_call values (?)", context.idempotencyKey());
            commit(connection);
            if (halt.equals("refuse")) {
                throw new ProblemException(Classification.of(FailureClass.NOT_SENT), "down");
            }
        }
        haltAt("during", context);
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        effect(context.idempotencyKey());
        haltAt("after", context);
        return TaskAnswer.done("charged");
    }

    private void effect(String key) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            update(connection, "insert into provider_effect values (?)", key);
            commit(connection);
        } catch (SQLException known) {
            if (known.getSQLState() == null || !known.getSQLState().startsWith("23")) {
                throw known;
            }
        }
    }

    private void haltAt(String place, TaskContext context) {
        if (halt.equals(place)) {
            say("halt " + context.idempotencyKey());
            Runtime.getRuntime().halt(9);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    private static void update(Connection connection, String command, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setString(1, value);
            statement.executeUpdate();
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
