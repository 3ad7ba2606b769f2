// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks.queue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.seaworthy.core.time.TimeSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Enqueuing and draining on a PostgreSQL that keeps what it commits, beside a bare JDBC loop and db-scheduler. All runners
 * take turns within each round, and the ratios of each round are what counts: the machine is never the same twice.
 *
 * <p>Run with {@code -Dexec.mainClass=dev.seaworthy.benchmarks.queue.QueueRace}.
 */
public final class QueueRace {

    static final int TASKS = 10_000;
    static final int CONNECTIONS = 10;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private QueueRace() {}

    interface Run {
        void run() throws Exception;
    }

    /** Prints a table in Markdown. */
    public static void main(String[] args) throws Exception {
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1");
        try (EmbeddedPostgres postgres = server.start();
                HikariDataSource pool = pool(postgres.getJdbcUrl("postgres", "postgres"))) {
            race(pool);
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    private static void race(HikariDataSource pool) throws Exception {
        RawLoop raw = new RawLoop(pool);
        OurQueue ours = new OurQueue(pool);
        SchedulerPeer peer = new SchedulerPeer(pool);
        Map<String, List<Double>> perSecond = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            // The first round warms up.
            Map<String, List<Double>> into = round == 0 ? new LinkedHashMap<>() : perSecond;
            measure(into, "enqueue raw", raw::enqueue);
            measure(into, "drain raw", raw::drain);
            measure(into, "enqueue seaworthy", ours::enqueue);
            measure(into, "drain seaworthy, one by one", ours::drainOneByOne);
            ours.enqueue();
            measure(into, "drain seaworthy, grouped", ours::drainGrouped);
            measure(into, "enqueue db-scheduler", peer::enqueue);
            measure(into, "drain db-scheduler, lock and fetch", peer::drain);
        }
        print(perSecond);
        ours.park(100_000);
        System.out.printf("claim of 50 with 100,000 parked: %.2f ms%n", ours.claimMillis());
    }

    private static void measure(Map<String, List<Double>> into, String name, Run run) throws Exception {
        long from = TimeSource.system().nanoTime();
        run.run();
        double seconds = (TimeSource.system().nanoTime() - from) / 1e9;
        into.computeIfAbsent(name, absent -> new ArrayList<>()).add(TASKS / seconds);
    }

    private static void print(Map<String, List<Double>> perSecond) {
        System.out.println("| what | tasks/s, median (range) | of raw, median | of db-scheduler, median |");
        System.out.println("| --- | --- | --- | --- |");
        perSecond.forEach((name, values) -> {
            String kind = name.split(" ")[0];
            List<Double> raw = perSecond.get(kind + " raw");
            List<Double> peer = perSecond.get(
                    kind.equals("enqueue") ? "enqueue db-scheduler" : "drain db-scheduler, lock and fetch");
            System.out.printf(
                    "| %s | %,.0f (%,.0f-%,.0f) | %.2f | %.2f |%n",
                    name,
                    median(values),
                    values.stream().mapToDouble(value -> value).min().orElse(0),
                    values.stream().mapToDouble(value -> value).max().orElse(0),
                    median(ratios(values, raw)),
                    median(ratios(values, peer)));
        });
    }

    private static List<Double> ratios(List<Double> values, List<Double> to) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / to.get(i));
        }
        return ratios;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
