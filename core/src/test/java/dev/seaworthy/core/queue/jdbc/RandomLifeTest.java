// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.seaworthy.core.queue.memory.InMemoryTaskStore;
import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.Settlement;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.queue.store.TaskStore.Known;
import dev.seaworthy.core.time.ManualTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever happens to entries, in whatever order: a database and the store in memory say the same, and nothing is lost. */
class RandomLifeTest {

    private static final Known KNOWN = new Known("mail", Map.of("mail.send", 1));
    private static final Duration AGES = Duration.ofMinutes(11);
    private static final int STEPS = 40;

    @Test
    void aDatabaseLivesAsTheModelDoes() throws SQLException {
        live(150);
    }

    @Test
    @Tag("storm")
    void aDatabaseLivesAsTheModelDoesTenThousandTimes() throws SQLException {
        live(10_000);
    }

    private static void live(int lives) throws SQLException {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (HikariDataSource pool = Servers.pool(Servers.h2Url(), 4)) {
            JdbcTaskStore store = new JdbcTaskStore(ConnectionSource.of(pool));
            for (int life = 0; life < lives; life++) {
                try (Connection connection = pool.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("delete from seaworthy_task");
                }
                new Life(pool, store, random, "seed " + seed + " life " + life).run();
            }
        }
    }

    private static final class Life {

        private final ManualTime time = new ManualTime(Instant.parse("2026-11-24T12:00:00Z"));
        private final TaskStore model = new InMemoryTaskStore(time);
        private final HikariDataSource pool;
        private final TaskStore store;
        private final Random random;
        private final String name;
        private final Set<String> ids = new HashSet<>();
        private final List<StoredTask> claimed = new ArrayList<>();

        Life(HikariDataSource pool, TaskStore store, Random random, String name) {
            this.pool = pool;
            this.store = store;
            this.random = random;
            this.name = name;
        }

        void run() throws SQLException {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(8)) {
                    case 0, 1 -> place();
                    case 2, 3 -> claim();
                    case 4, 5 -> settle();
                    case 6 -> passes();
                    default -> redrive();
                }
                compare(step);
            }
        }

        private void place() {
            String id = String.format("%032x", random.nextLong() & Long.MAX_VALUE);
            String key = "key" + random.nextInt(6);
            NewTask task = new NewTask(id, "mail", "mail.send", 1, "{}", null, key, null, Duration.ofMinutes(60), null);
            boolean fresh = model.place(task, false).isEmpty();
            assertThat(store.place(task, false).isEmpty()).as(name).isEqualTo(fresh);
            if (fresh) {
                ids.add(id);
            }
        }

        private void claim() {
            Lease lease = new Lease("node" + random.nextInt(2), Duration.ofMinutes(5));
            List<StoredTask> expected = model.claim(KNOWN, 1_000, lease);
            List<StoredTask> got = store.claim(KNOWN, 1_000, lease);
            assertThat(got)
                    .as(name)
                    .extracting(StoredTask::id)
                    .containsExactlyInAnyOrderElementsOf(
                            expected.stream().map(StoredTask::id).toList());
            claimed.addAll(got);
        }

        /** Some of them twice, some long after their lease: what a node may try. */
        private void settle() {
            if (claimed.isEmpty()) {
                return;
            }
            StoredTask task = claimed.get(random.nextInt(claimed.size()));
            Duration delay = random.nextBoolean() ? Duration.ZERO : Duration.ofMinutes(10);
            Settlement outcome = switch (random.nextInt(6)) {
                case 0 -> Settlement.done(task, "\"ok\"");
                case 1 -> Settlement.ended(task, TaskState.REFUSED, 0, "no");
                case 2 -> Settlement.ended(task, TaskState.DEAD, 1, "gave up");
                case 3 -> Settlement.retry(task, delay, "failed");
                case 4 -> Settlement.snooze(task, delay, null);
                default -> Settlement.release(task);
            };
            assertThat(store.settle(List.of(outcome))).as(name).isEqualTo(model.settle(List.of(outcome)));
        }

        private void passes() throws SQLException {
            time.advance(AGES);
            Servers.shift(pool, AGES.toMillis());
            assertThat(store.rescue(KNOWN)).as(name).isEqualTo(model.rescue(KNOWN));
        }

        private void redrive() {
            List<String> dead =
                    model.dead("mail", 100).stream().map(StoredTask::id).toList();
            assertThat(store.dead("mail", 100))
                    .as(name)
                    .extracting(StoredTask::id)
                    .containsExactlyInAnyOrderElementsOf(dead);
            if (!dead.isEmpty()) {
                List<String> one = List.of(dead.get(0));
                assertThat(store.redrive(one, Duration.ofHours(1)))
                        .as(name)
                        .isEqualTo(model.redrive(one, Duration.ofHours(1)));
            }
        }

        private void compare(int step) {
            for (String id : ids) {
                StoredTask expected = model.find(id).orElseThrow();
                StoredTask got = store.find(id).orElseThrow();
                assertThat(List.of(got.state(), got.attempts(), got.deliveries(), got.snoozes(), got.fence()))
                        .as(name + " step " + step)
                        .isEqualTo(List.of(
                                expected.state(),
                                expected.attempts(),
                                expected.deliveries(),
                                expected.snoozes(),
                                expected.fence()));
            }
        }
    }
}
