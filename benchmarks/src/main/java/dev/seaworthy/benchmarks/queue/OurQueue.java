// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks.queue;

import com.zaxxer.hikari.HikariDataSource;
import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.engine.QueueSettings;
import dev.seaworthy.core.queue.jdbc.ConnectionSource;
import dev.seaworthy.core.queue.jdbc.JdbcTaskStore;
import dev.seaworthy.core.queue.jdbc.QueueSchema;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.TaskStore.Known;
import dev.seaworthy.core.time.TimeSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The queue, once with each outcome on its own, once with outcomes in groups. */
final class OurQueue {

    private static final String PAYLOAD = "x".repeat(300);
    private static final Known MAIL = new Known("mail", Map.of("mail.send", 1));

    private final HikariDataSource pool;
    private final JdbcTaskStore store;

    OurQueue(HikariDataSource pool) {
        this.pool = pool;
        ConnectionSource connections = ConnectionSource.of(pool);
        new QueueSchema(connections).create();
        this.store = new JdbcTaskStore(connections);
    }

    void enqueue() throws Exception {
        TaskHandler<String, Void> handler = handler(new CountDownLatch(1));
        try (TaskQueue queue = queue(handler, 1, 1)) {
            Threads.each(QueueRace.CONNECTIONS, QueueRace.TASKS, () -> queue.enqueueNow(handler, PAYLOAD, null));
        }
    }

    void drainOneByOne() throws Exception {
        drain(Integer.getInteger("threads", 32), 1);
    }

    void drainGrouped() throws Exception {
        drain(Integer.getInteger("grouped.threads", 64), 64);
    }

    private void drain(int threads, int group) throws Exception {
        CountDownLatch left = new CountDownLatch(QueueRace.TASKS);
        try (TaskQueue queue = queue(handler(left), threads, group)) {
            queue.start();
            left.await();
        }
    }

    private static TaskHandler<String, Void> handler(CountDownLatch left) {
        return TaskHandler.of("mail.send", String.class).handle((text, context) -> {
            left.countDown();
            return TaskAnswer.done();
        });
    }

    private TaskQueue queue(TaskHandler<String, Void> handler, int threads, int group) {
        return TaskQueue.builder(store, new TextCodec())
                .handler(handler)
                .settings(QueueSettings.withDefaults().withThreads(threads).withGroupSize(group))
                .build();
    }

    /** Due entries of a service whose gate is closed, and some of another one. */
    void park(int count) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from seaworthy_task");
            insert(statement, "pay", "pay.charge", count);
            insert(statement, "mail", "mail.send", 5_000);
            statement.execute("analyze seaworthy_task");
        }
    }

    private static void insert(Statement statement, String queue, String kind, int count) throws SQLException {
        statement.execute(
                "insert into seaworthy_task (id, queue, kind, kind_version, payload, state, run_at, created_at)"
                        + " select md5('" + queue + "' || n), '" + queue + "', '" + kind + "', 1, '\"" + PAYLOAD
                        + "\"', 0, n, n from generate_series(1, " + count + ") n");
    }

    double claimMillis() {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            long from = TimeSource.system().nanoTime();
            store.claim(MAIL, 50, new Lease("race", Duration.ofMinutes(1)));
            millis.add((TimeSource.system().nanoTime() - from) / 1e6);
        }
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }
}
