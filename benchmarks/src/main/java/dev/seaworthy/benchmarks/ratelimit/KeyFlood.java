// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks.ratelimit;

import dev.seaworthy.core.client.Addresses;
import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.ratelimit.Decision.Allowed;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.RateLimiter;
import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.core.ratelimit.local.LocalStore;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/** Ten million invented networks against one limit, a victim among them, and what a key costs in memory. */
public final class KeyFlood {

    private static final int CAP = LocalStore.MAX_KEYS;
    private static final int INVENTED = 10_000_000;
    private static final Window WINDOW = new Window(20, Duration.ofDays(1), 20);

    private KeyFlood() {}

    public static void main(String[] none) throws Exception {
        memory();
        flood();
    }

    private static void memory() throws Exception {
        long empty = used();
        ConcurrentHashMap<String, Bucket> bare = new ConcurrentHashMap<>();
        for (int i = 0; i < CAP; i++) {
            Bucket bucket = Bucket.builder()
                    .addLimit(limit -> limit.capacity(WINDOW.burst()).refillGreedy(WINDOW.limit(), WINDOW.per()))
                    .withNanosecondPrecision()
                    .build();
            bucket.tryConsume(1);
            bare.put("10." + (i >> 16) + '.' + (i >> 8 & 255) + '.' + (i & 255), bucket);
        }
        long bareBytes = used() - empty;
        System.out.printf("memory of a tracked key, bare Bucket4j in a map: %d B%n", bareBytes / bare.size());
        bare.clear();
        bare = null;
        empty = used();
        RateLimiter limiter = limiter(new Telemetry());
        for (int i = 0; i < CAP; i++) {
            limiter.tryAcquire(key(i));
        }
        long ownBytes = used() - empty;
        System.out.printf(
                "memory of a tracked key, Seaworthy: %d B, ratio %.2f%n",
                ownBytes / limiter.tracked(), (double) ownBytes / bareBytes);
    }

    private static void flood() throws Exception {
        Telemetry telemetry = new Telemetry();
        RateLimiter limiter = limiter(telemetry);
        LimitKey victim = LimitKey.of(Addresses.parse("198.51.100.7").orElseThrow(), Grouping.withDefaults());
        limiter.tryAcquire(victim, WINDOW.burst());
        int most = 0;
        int reset = 0;
        long start = System.nanoTime();
        for (int i = 0; i < INVENTED; i++) {
            limiter.tryAcquire(key(i));
            if (i % 10_000 == 0) {
                most = Math.max(most, limiter.tracked());
                reset += limiter.tryAcquire(victim) instanceof Allowed ? 1 : 0;
            }
        }
        double nanos = (double) (System.nanoTime() - start) / INVENTED;
        System.out.printf(
                "%d invented keys: %.0f ns each, at most %d tracked of %d, %d shared a bucket, victim let through %d times%n",
                INVENTED, nanos, most, CAP, telemetry.total("seaworthy.ratelimit.overflow", "policy", "orders"), reset);
    }

    private static RateLimiter limiter(Telemetry telemetry) {
        return RateLimiters.builder()
                .policy(Policy.of("orders", WINDOW))
                .store(new LocalStore(CAP, TimeSource.system(), telemetry))
                .telemetry(telemetry)
                .build()
                .get("orders");
    }

    private static LimitKey key(int i) throws Exception {
        byte[] address =
                ByteBuffer.allocate(16).putInt(0x20010db8).putInt(i).putLong(1).array();
        return LimitKey.of(InetAddress.getByAddress(address), Grouping.withDefaults());
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
