// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.ratelimit.Decision.Allowed;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.ratelimit.store.Buckets;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** One node of a cluster: asks for more than there is, and prints how often it was let through. */
final class Node {

    static final int LIMIT = 200;
    static final int REQUESTS = 600;

    private static final int CLIENTS = 8;

    private Node() {}

    public static void main(String[] urlAndPolicy) throws Exception {
        System.out.println("allowed "
                + run(urlAndPolicy[0], urlAndPolicy[1], () -> {
                    System.out.println("ready");
                    return System.in.read();
                }));
    }

    static int run(String url, String policy, Callable<?> start) throws Exception {
        AtomicInteger allowed = new AtomicInteger();
        try (BucketStore store = open(url)) {
            Buckets buckets = store.open(
                    Policy.of(policy, Window.of(LIMIT, Duration.ofDays(30))).withStoreDown(Policy.StoreDown.DENY));
            LimitKey own = LimitKey.of(
                    "warm-up", String.valueOf(ProcessHandle.current().pid()), null);
            Awaitility.await().until(() -> buckets.take(own, 1) instanceof Allowed);
            start.call();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            for (int i = 0; i < REQUESTS; i++) {
                clients.execute(
                        () -> allowed.addAndGet(buckets.take(LimitKey.everybody(), 1) instanceof Allowed ? 1 : 0));
            }
            clients.shutdown();
            clients.awaitTermination(60, TimeUnit.SECONDS);
        }
        return allowed.get();
    }

    private static BucketStore open(String url) {
        StoreSettings settings = new StoreSettings(Duration.ofSeconds(1), 4, 2);
        return url.startsWith("redis")
                ? RedisStore.open(url, settings, TimeSource.system(), new Telemetry())
                : PostgresStore.open(url, "postgres", null, settings, TimeSource.system(), new Telemetry());
    }
}
