// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.seaworthy.core.queue.Backoff;
import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.jdbc.ConnectionSource;
import dev.seaworthy.core.queue.jdbc.JdbcTaskStore;
import dev.seaworthy.core.queue.jdbc.Servers;
import dev.seaworthy.core.queue.receipt.Receipt;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.time.ManualTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine on a real server, where things go wrong that cannot go wrong in memory. */
class QueueOnPostgresTest {

    private HikariDataSource pool;
    private QueueBed bed;

    @BeforeEach
    void open() throws Exception {
        pool = Servers.pool(Servers.postgresUrl(), 10);
        bed = new QueueBed(new JdbcTaskStore(ConnectionSource.of(pool)));
    }

    @AfterEach
    void close() {
        bed.close();
        pool.close();
    }

    private long count(String where) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from seaworthy_task where " + where)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void anOpenBreakerPausesItsQueueAndBurnsNoAttempts() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        AtomicInteger calls = new AtomicInteger();
        TaskHandler<String, Void> pay = TaskHandler.of("pay.charge", String.class)
                .backoff(Backoff.fixed(Duration.ofMillis(1)))
                .handle((order, context) -> {
                    calls.incrementAndGet();
                    if (down.get()) {
                        throw new IllegalStateException("down");
                    }
                    return TaskAnswer.done();
                });
        TaskHandler<String, Void> mail =
                TaskHandler.of("mail.send", String.class).handle((text, context) -> TaskAnswer.done());
        TaskQueue one = bed.idle(pay, mail);
        TaskQueue two = bed.idle(pay, mail);
        AtomicInteger halfOpened = new AtomicInteger();
        two.gate("pay").onHalfOpen(halfOpened::incrementAndGet);
        one.gate("pay").pause(Duration.ofHours(1), "breaker open");
        for (int i = 0; i < 200; i++) {
            one.enqueueNow(pay, "order" + i, null);
            one.enqueueNow(mail, "mail" + i, null);
        }
        one.start();
        two.start();
        await().untilAsserted(
                        () -> assertThat(count("queue = 'mail' and state = 2")).isEqualTo(200));
        assertThat(calls).hasValue(0);
        assertThat(count("queue = 'pay' and state = 0 and attempts = 0 and deliveries = 0"))
                .isEqualTo(200);

        Servers.shift(pool, Duration.ofHours(1).toMillis());
        await().untilAsserted(() -> assertThat(count("attempts = 1")).isEqualTo(1));
        assertThat(calls).as("one probe, whatever the nodes").hasValue(1);

        down.set(false);
        // The node that failed yields; time for the other one, or for its own second turn.
        await().until(() -> {
            Servers.shift(pool, Duration.ofHours(1).toMillis());
            return count("queue = 'pay' and state = 2") > 0 || count("state = 5") > 0;
        });
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(count("queue = 'pay' and state in (0, 1)")).isZero());
        await().untilAsserted(() -> assertThat(halfOpened.get()).isPositive());
        assertThat(count("attempts > 1")).isZero();
    }

    @Test
    void noConnectionIsHeldWhileHandlersRun() throws Exception {
        CountDownLatch running = new CountDownLatch(4);
        CountDownLatch go = new CountDownLatch(1);
        TaskHandler<String, Void> mail = TaskHandler.of("mail.send", String.class)
                .handle((text, context) -> {
                    running.countDown();
                    go.await();
                    return TaskAnswer.done();
                });
        TaskQueue queue = bed.started(mail);
        for (int i = 0; i < 4; i++) {
            queue.enqueueNow(mail, "text", null);
        }
        running.await();
        await().untilAsserted(() ->
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero());
        go.countDown();
        await().untilAsserted(() -> assertThat(count("state = 2")).isEqualTo(4));
    }

    @Test
    void connectionsThatBreakLoseNothing() throws Exception {
        ConcurrentHashMap<String, AtomicInteger> runs = new ConcurrentHashMap<>();
        TaskHandler<String, Void> mail = TaskHandler.of("mail.send", String.class)
                .handle((text, context) -> {
                    runs.computeIfAbsent(context.id(), absent -> new AtomicInteger())
                            .incrementAndGet();
                    return TaskAnswer.done();
                });
        TaskQueue queue = bed.keep(bed.builder(mail)
                .settings(QueueSettings.withDefaults()
                        .withThreads(4)
                        .withRhythm(Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofMillis(300)))
                .build());
        for (int i = 0; i < 300; i++) {
            queue.enqueueNow(mail, "text", null);
        }
        queue.start();
        for (int i = 0; i < 3; i++) {
            int some = 50 * (i + 1);
            await().until(() -> runs.size() > some);
            breakConnections();
        }
        // An answer to a claim that is lost leaves its entries leased: they come back with their leases.
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> count("state = 2") == 300);
        assertThat(runs).hasSize(300);
    }

    /** From outside of the pool: what it hands out may be broken already. */
    private void breakConnections() throws SQLException {
        try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and datname = current_database()");
        }
    }

    @Test
    void aNodeWhoseClockIsWrongRunsNothingEarly() throws Exception {
        TaskHandler<String, Void> mail = TaskHandler.of("mail.send", String.class)
                .backoff(Backoff.fixed(Duration.ofMinutes(30)))
                .handle((text, context) -> {
                    throw new IllegalStateException("down");
                });
        ManualTime fast = new ManualTime(Instant.now().plus(Duration.ofHours(1)));
        TaskQueue queue = bed.keep(bed.builder(mail).build());
        Receipt receipt = queue.enqueueNow(mail, "text", null);
        queue.start();
        await().until(() -> found(receipt).attempts() == 1);
        TaskQueue ahead = bed.keep(bed.builder(mail).time(fast).build());
        ahead.start();
        fast.advance(Duration.ofHours(2));
        Receipt marker = queue.enqueueNow(mail, "marker", null);
        await().until(() -> found(marker).attempts() == 1);
        assertThat(found(receipt).attempts()).isEqualTo(1);
        assertThat(found(receipt).state()).isEqualTo(TaskState.READY);
    }

    @Test
    void twoOperatorsRedriveOnce() throws Exception {
        TaskHandler<String, Void> mail = TaskHandler.of("mail.send", String.class)
                .maxAttempts(1)
                .handle((text, context) -> {
                    throw new IllegalStateException("down");
                });
        TaskQueue queue = bed.started(mail);
        Receipt receipt = queue.enqueueNow(mail, "text", null);
        await().until(() -> found(receipt).state() == TaskState.DEAD);
        queue.close();
        List<Boolean> done = List.of(1, 2, 3, 4).parallelStream()
                .map(operator -> queue.office().redrive(receipt.id()))
                .toList();
        assertThat(done.stream().filter(yes -> yes).count()).isEqualTo(1);
    }

    private StoredTask found(Receipt receipt) {
        return bed.store.find(receipt.id()).orElseThrow();
    }
}
