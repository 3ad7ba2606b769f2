// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seaworthy.core.time.ManualTime;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlightsTest {

    private static final long NEVER = Duration.ofDays(1).toNanos();

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void tenTimesTheLimitIsRefused() {
        Flights flights = new Flights(100, time);
        int boarded = 0;
        for (int i = 0; i < 1_000; i++) {
            boarded += flights.board(new Probe(NEVER, NEVER)) ? 1 : 0;
        }
        assertThat(boarded).isEqualTo(100);
        assertThat(flights.underWay()).isEqualTo(100);
    }

    @Test
    void anotherLimitHoldsForThoseWhoComeAndLeavesThoseInside() {
        Flights flights = new Flights(2, time);
        Probe one = new Probe(NEVER, NEVER);
        Probe two = new Probe(NEVER, NEVER);
        assertThat(flights.board(one) && flights.board(two)).isTrue();
        flights.limit(1);
        flights.land(one);
        assertThat(flights.board(one)).isFalse();
        flights.limit(200);
        for (int i = 0; i < 199; i++) {
            assertThat(flights.board(new Probe(NEVER, NEVER))).isTrue();
        }
        assertThat(flights.board(one)).isFalse();
        flights.land(two);
        assertThat(flights.underWay()).isEqualTo(199);
    }

    @Test
    void whatIsDueIsStoppedOnceAndWhatIsSlowIsReportedOnce() {
        Flights flights = new Flights(10, time);
        Probe quick = new Probe(1_000, 500);
        flights.board(quick);
        assertThat(flights.check()).isEqualTo(500);
        time.advance(Duration.ofNanos(500));
        assertThat(flights.check()).isEqualTo(500);
        assertThat(quick.reports).hasValue(1);
        assertThat(quick.timeWasOver).isFalse();
        time.advance(Duration.ofNanos(500));
        flights.check();
        assertThat(flights.check()).isEqualTo(Long.MAX_VALUE);
        assertThat(quick.stops).hasValue(1);
        assertThat(quick.reports).hasValue(1);
        assertThat(quick.end()).isTrue();
        flights.land(quick);
        assertThat(flights.check()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatEndedIsNotStopped() {
        Probe flight = new Probe(1, NEVER);
        assertThat(flight.end()).isFalse();
        flight.stop();
        assertThat(flight.stops).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void stoppingAndEndingAreAHandOver(long seed) throws Exception {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        ExecutorService stopper = Executors.newSingleThreadExecutor();
        int stopped = 0;
        try {
            for (int i = 0; i < 10_000; i++) {
                Probe flight = new Probe(NEVER, NEVER);
                AtomicBoolean ready = new AtomicBoolean();
                int stopperSpins = random.nextInt(2_000);
                int ownerSpins = random.nextInt(2_000);
                Future<?> stopping = stopper.submit(() -> {
                    ready.set(true);
                    spin(stopperSpins);
                    flight.stop();
                });
                while (!ready.get()) {
                    Thread.onSpinWait();
                }
                if (i % 10 == 0) {
                    // Whatever the machine is busy with, this order is seen too.
                    stopping.get();
                }
                spin(ownerSpins);
                boolean wasStopped = flight.end();
                int stopsSeen = flight.stops.get();
                stopping.get();
                assertThat(stopsSeen).isEqualTo(wasStopped ? 1 : 0);
                assertThat(flight.stops).hasValue(stopsSeen);
                stopped += wasStopped ? 1 : 0;
            }
        } finally {
            stopper.shutdownNow();
        }
        assertThat(stopped).isBetween(1_000, 10_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void thePermitsOfAllThreadsAddUp(long seed) throws Exception {
        System.out.println("seed " + seed);
        Flights flights = new Flights(70, time);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger tooMany = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                Random random = new Random(seed * 31 + t);
                work.add(() -> {
                    Deque<Probe> held = new ArrayDeque<>();
                    for (int i = 0; i < 50_000; i++) {
                        if (held.size() < 80 && random.nextInt(5) > 1) {
                            Probe flight = new Probe(NEVER, NEVER);
                            if (flights.board(flight)) {
                                held.add(flight);
                                if (inside.incrementAndGet() > 70) {
                                    tooMany.incrementAndGet();
                                }
                            } else {
                                refused.incrementAndGet();
                            }
                        } else if (!held.isEmpty()) {
                            inside.decrementAndGet();
                            flights.land(held.remove());
                        } else {
                            flights.check();
                        }
                    }
                    held.forEach(flight -> {
                        inside.decrementAndGet();
                        flights.land(flight);
                    });
                    return null;
                });
            }
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(tooMany).hasValue(0);
        assertThat(refused.get()).isPositive();
        assertThat(flights.underWay()).isZero();
        assertThat(flights.check()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theTimerLooksAfterAllDoors() {
        Watchdog watchdog = Watchdog.shared();
        TimeSource clock = TimeSource.system();
        Flights one = new Flights(10, clock);
        Flights other = new Flights(10, clock);
        watchdog.watch(one);
        watchdog.watch(other);
        long now = clock.nanoTime();
        Probe broken = new Probe(now + 5_000_000, now + NEVER) {
            @Override
            protected void interrupt() {
                super.interrupt();
                throw new IllegalStateException("cannot be stopped");
            }
        };
        Probe fine = new Probe(now + 20_000_000, now + 10_000_000);
        one.board(broken);
        watchdog.expect(broken.wakeAtNanos());
        other.board(fine);
        watchdog.expect(fine.wakeAtNanos());
        await().until(() -> broken.stops.get() == 1 && fine.stops.get() == 1 && fine.reports.get() == 1);
        assertThat(broken.end()).isTrue();
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }

    private static class Probe extends Flight {

        private final AtomicInteger stops = new AtomicInteger();
        private final AtomicInteger reports = new AtomicInteger();
        private volatile boolean timeWasOver;

        Probe(long stopAtNanos, long slowAtNanos) {
            super(stopAtNanos, slowAtNanos);
        }

        @Override
        protected void interrupt() {
            stops.incrementAndGet();
        }

        @Override
        protected void reportSlow(long now, boolean timeIsOver) {
            reports.incrementAndGet();
            timeWasOver = timeIsOver;
        }
    }
}
