// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks.ratelimit;

import dev.seaworthy.core.client.Addresses;
import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.RateLimiter;
import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.ratelimit.Window;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision of one of ten thousand clients: ours beside a bare Bucket4j bucket in a map. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RateLimitBenchmark {

    private static final int CLIENTS = 10_000;
    // Never empty while this runs, and never full again, which would let it be forgotten.
    private static final Window WINDOW = Window.of(1_000_000, Duration.ofHours(1));

    private final ConcurrentHashMap<String, Bucket> bare = new ConcurrentHashMap<>();
    private final RateLimiter limiter =
            RateLimiters.builder().policy(Policy.of("orders", WINDOW)).build().get("orders");
    private final String[] names = new String[CLIENTS];
    private final InetAddress[] addresses = new InetAddress[CLIENTS];
    private final LimitKey[] keys = new LimitKey[CLIENTS];
    private int next;

    public RateLimitBenchmark() {
        for (int i = 0; i < CLIENTS; i++) {
            names[i] = "10.0." + (i >> 8) + '.' + (i & 255);
            addresses[i] = Addresses.parse(names[i]).orElseThrow();
            keys[i] = LimitKey.of(addresses[i], Grouping.withDefaults());
            limiter.tryAcquire(keys[i]);
            bare.put(names[i], bucket());
        }
    }

    @Benchmark
    public ConsumptionProbe bareBucket4jInAMap() {
        return bare.computeIfAbsent(names[index()], absent -> bucket()).tryConsumeAndReturnRemaining(1);
    }

    @Benchmark
    public Decision seaworthy() {
        return limiter.tryAcquire(keys[index()]);
    }

    @Benchmark
    public Decision seaworthyWithTheKeyMadeFromTheAddress() {
        return limiter.tryAcquire(LimitKey.of(addresses[index()], Grouping.withDefaults()));
    }

    private int index() {
        next = next + 1 == CLIENTS ? 0 : next + 1;
        return next;
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(WINDOW.burst()).refillGreedy(WINDOW.limit(), WINDOW.per()))
                .withNanosecondPrecision()
                .build();
    }
}
