// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import dev.seaworthy.core.time.TimeSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** db-scheduler in its fastest mode. */
final class SchedulerPeer {

    private static final String PAYLOAD = "x".repeat(300);

    private final HikariDataSource pool;
    private volatile CountDownLatch left = new CountDownLatch(0);
    private final OneTimeTask<String> task =
            Tasks.oneTime("mail", String.class).execute((instance, context) -> left.countDown());

    SchedulerPeer(HikariDataSource pool) throws SQLException {
        this.pool = pool;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table scheduled_tasks (task_name text not null, task_instance text not null,"
                    + " task_data bytea, execution_time timestamptz not null, picked boolean not null, picked_by text,"
                    + " last_success timestamptz, last_failure timestamptz, consecutive_failures int, last_heartbeat"
                    + " timestamptz, version bigint not null, priority smallint, primary key (task_name,"
                    + " task_instance))");
            statement.execute("create index on scheduled_tasks (execution_time)");
            statement.execute("create index on scheduled_tasks (last_heartbeat)");
        }
    }

    void enqueue() throws Exception {
        SchedulerClient client = SchedulerClient.Builder.create(pool, task).build();
        Threads.each(
                QueueRace.CONNECTIONS,
                QueueRace.TASKS,
                () -> client.scheduleIfNotExists(
                        task.instance(UUID.randomUUID().toString(), PAYLOAD),
                        TimeSource.system().now()));
    }

    void drain() throws Exception {
        left = new CountDownLatch(QueueRace.TASKS);
        Scheduler scheduler = Scheduler.create(pool, task)
                .threads(QueueRace.CONNECTIONS)
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(Duration.ofSeconds(1))
                .build();
        scheduler.start();
        left.await();
        scheduler.stop();
    }
}
