// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that take leases and give them back in every way, while time runs, circuits turn and settings change. */
class BreakerStormTest {

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final int THREADS = 4;
    private static final int ROUNDS = 20_000;
    private static final int PROBES = 3;

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final Map<Period, AtomicInteger> out = new ConcurrentHashMap<>();
    private final AtomicInteger tooManyProbes = new AtomicInteger();
    private final AtomicInteger halfOpened = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverMoreProbesThanAllowedAndNeverWedged(long seed) throws Exception {
        System.out.println("seed " + seed);
        BreakerSettings settings = BreakerSettings.withDefaults().withProbes(PROBES);
        Breaker breaker = new Breaker(settings, SLOW, time, () -> 0, (state, shutFor) -> {
            if (state == BreakerState.HALF_OPEN) {
                halfOpened.incrementAndGet();
            }
        });
        storm(breaker, seed);

        assertThat(tooManyProbes).hasValue(0);
        assertThat(halfOpened.get()).isGreaterThan(5);
        time.advance(settings.maxOpenFor());
        for (int i = 0; i < 10 * PROBES; i++) {
            Period lease = breaker.admit(time.nanoTime());
            if (lease != null) {
                breaker.succeeded(lease, 1);
            }
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void whileSettingsChangeNothingIsWedgedEither() throws Exception {
        long seed = System.identityHashCode(this);
        System.out.println("seed " + seed);
        BreakerSettings settings = BreakerSettings.withDefaults();
        Breaker breaker = new Breaker(settings, SLOW, time, () -> 0, (state, shutFor) -> {});
        Thread operator = new Thread(() -> {
            Random random = new Random(seed);
            for (int i = 0; i < 200; i++) {
                breaker.reconfigure(settings.withProbes(1 + random.nextInt(5)), SLOW);
            }
        });
        operator.start();
        storm(breaker, seed);
        operator.join();
        time.advance(settings.maxOpenFor());
        for (int i = 0; i < 100; i++) {
            Period lease = breaker.admit(time.nanoTime());
            if (lease != null) {
                breaker.succeeded(lease, 1);
            }
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    private void storm(Breaker breaker, long seed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                Random random = new Random(seed * 31 + t);
                work.add(() -> {
                    Deque<Period> held = new ArrayDeque<>();
                    for (int i = 0; i < ROUNDS; i++) {
                        step(breaker, random, held);
                    }
                    held.forEach(lease -> giveBack(breaker, random, lease));
                    return null;
                });
            }
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void step(Breaker breaker, Random random, Deque<Period> held) {
        if (held.size() < 8 && random.nextInt(3) > 0) {
            Period lease = breaker.admit(time.nanoTime());
            if (lease == null) {
                time.advance(Duration.ofMillis(random.nextInt(200)));
                return;
            }
            int now = out.computeIfAbsent(lease, first -> new AtomicInteger()).incrementAndGet();
            if (lease.state() == BreakerState.HALF_OPEN && now > PROBES) {
                tooManyProbes.incrementAndGet();
            }
            held.add(lease);
        } else if (!held.isEmpty()) {
            giveBack(breaker, random, held.remove());
        }
    }

    private void giveBack(Breaker breaker, Random random, Period lease) {
        // Before it is given back, for then another thread may have it at once.
        out.get(lease).decrementAndGet();
        switch (random.nextInt(4)) {
            case 0 -> breaker.failed(lease, 1);
            case 1 -> breaker.neutral(lease);
            case 2 -> breaker.succeeded(lease, SLOW.toNanos());
            default -> breaker.succeeded(lease, 1);
        }
    }
}
