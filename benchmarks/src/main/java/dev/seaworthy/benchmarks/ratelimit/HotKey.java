// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks.ratelimit;

import dev.seaworthy.core.ratelimit.Decision.Allowed;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.Policy.StoreDown;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.core.ratelimit.remote.RedisStore;
import dev.seaworthy.core.ratelimit.remote.StoreSettings;
import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.ratelimit.store.Buckets;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import redis.embedded.RedisServer;

/** One key, 64 callers, one real Redis: ours beside plain Bucket4j through Lettuce; then the Redis is killed under load. */
public final class HotKey {

    private static final int CALLERS = 64;
    private static final int EACH = 300;
    private static final Window WINDOW = new Window(5_000, Duration.ofSeconds(1), 5_000);

    private HotKey() {}

    public static void main(String[] none) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        RedisServer redis = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
        String uri = "redis://127.0.0.1:" + port;
        try (BucketStore store = store(uri, Duration.ofMillis(200))) {
            plain(uri, port);
            Buckets buckets = store.open(Policy.of("hot", WINDOW).withStoreDown(StoreDown.DENY));
            run("warm-up", port, () -> buckets.take(LimitKey.everybody(), 1) instanceof Allowed);
            run("Seaworthy", port, () -> buckets.take(LimitKey.of("k", "hot", null), 1) instanceof Allowed);
        }
        outage(redis, uri);
    }

    private static void plain(String uri, int port) throws Exception {
        RedisClient client = RedisClient.create(uri);
        var proxies = Bucket4jLettuce.casBasedBuilder(
                        client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                .build();
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(WINDOW.burst()).refillGreedy(WINDOW.limit(), WINDOW.per()))
                .build();
        Bucket bucket = proxies.getProxy("plain", () -> configuration);
        run("plain Bucket4j", port, () -> bucket.tryConsumeAndReturnRemaining(1).isConsumed());
        client.shutdown();
    }

    private static void run(String who, int port, BooleanSupplier request) throws Exception {
        long before = commands(port);
        AtomicInteger allowed = new AtomicInteger();
        long[] nanos = new long[CALLERS * EACH];
        AtomicInteger at = new AtomicInteger();
        long start = System.nanoTime();
        callers(EACH, () -> {
            long began = System.nanoTime();
            allowed.addAndGet(request.getAsBoolean() ? 1 : 0);
            nanos[at.getAndIncrement()] = System.nanoTime() - began;
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(nanos);
        double most = WINDOW.burst() + WINDOW.limit() * seconds;
        System.out.printf(
                "%-15s %d decisions in %.2f s, %d allowed (%.1f %% of what the limit gives), %.3f commands each, p50 %.2f ms,"
                        + " p99 %.2f ms%n",
                who,
                nanos.length,
                seconds,
                allowed.get(),
                100 * allowed.get() / Math.min(most, nanos.length),
                (double) (commands(port) - before - 2) / nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }

    private static void outage(RedisServer redis, String uri) throws Exception {
        Duration deadline = Duration.ofMillis(20);
        try (BucketStore store = store(uri, deadline)) {
            Buckets buckets = store.open(Policy.of("outage", new Window(900_000, Duration.ofSeconds(1), 900_000)));
            AtomicLong failures = new AtomicLong();
            AtomicInteger refused = new AtomicInteger();
            long[] nanos = new long[16 * 20_000];
            AtomicInteger at = new AtomicInteger();
            Thread killer = new Thread(() -> {
                try {
                    while (at.get() < nanos.length / 8) {
                        Thread.onSpinWait();
                    }
                    redis.stop();
                } catch (Exception failed) {
                    failures.incrementAndGet();
                }
            });
            killer.start();
            Thread[] threads = new Thread[16];
            for (int t = 0; t < threads.length; t++) {
                threads[t] = new Thread(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        long began = System.nanoTime();
                        try {
                            refused.addAndGet(buckets.take(LimitKey.everybody(), 1) instanceof Allowed ? 0 : 1);
                        } catch (RuntimeException broken) {
                            failures.incrementAndGet();
                        }
                        nanos[at.getAndIncrement()] = System.nanoTime() - began;
                    }
                });
                threads[t].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            killer.join();
            Arrays.sort(nanos);
            long waited = Arrays.stream(nanos)
                    .filter(n -> n > deadline.toNanos() * 0.9)
                    .count();
            System.out.printf(
                    "store killed    %d decisions, %d failed, %d refused, %d waited for the deadline, p50 %.3f ms, p99 %.3f ms,"
                            + " most %.1f ms%n",
                    nanos.length,
                    failures.get(),
                    refused.get(),
                    waited,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6,
                    nanos[nanos.length - 1] / 1e6);
        }
    }

    private static void callers(int each, Runnable request) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(CALLERS);
        for (int t = 0; t < CALLERS; t++) {
            new Thread(() -> {
                        for (int i = 0; i < each; i++) {
                            request.run();
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
    }

    private static BucketStore store(String uri, Duration deadline) {
        return RedisStore.open(uri, new StoreSettings(deadline, 4, 1), TimeSource.system(), new Telemetry());
    }

    private static long commands(int port) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("INFO stats\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            String info = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            int at = info.indexOf("total_commands_processed:") + "total_commands_processed:".length();
            return Long.parseLong(info.substring(at, info.indexOf('\r', at)));
        }
    }
}
