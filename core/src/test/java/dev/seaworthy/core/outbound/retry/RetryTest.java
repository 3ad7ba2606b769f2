// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final RetrySettings DEFAULTS = RetrySettings.withDefaults();
    private static final long TEN_SECONDS = Duration.ofSeconds(10).toNanos();

    @Test
    void aFifthOfTheCallsMayBeRepeated() {
        RetryBudget budget = new RetryBudget(DEFAULTS.withBudget(20, 0), 0);
        int repeated = 0;
        for (int i = 0; i < 1_000; i++) {
            budget.save();
            repeated += budget.spend(0) ? 1 : 0;
        }
        assertThat(repeated).isEqualTo(200);
    }

    @Test
    void littleIsSavedUpSoThatNoStormFollowsAQuietTime() {
        RetryBudget budget = new RetryBudget(DEFAULTS.withBudget(20, 0), 0);
        for (int i = 0; i < 100_000; i++) {
            budget.save();
        }
        int repeated = 0;
        while (budget.spend(0)) {
            repeated++;
        }
        assertThat(repeated).isEqualTo(RetryBudget.MAX_SAVED);
    }

    @Test
    void whereLittleIsCalledAFewInTenSecondsAreFree() {
        RetryBudget budget = new RetryBudget(DEFAULTS, 0);
        assertThat(spent(budget, 0)).isEqualTo(3);
        assertThat(spent(budget, TEN_SECONDS - 1)).isZero();
        assertThat(spent(budget, TEN_SECONDS)).isEqualTo(3);
    }

    @Test
    void noBudgetIsNoRetry() {
        RetryBudget budget = new RetryBudget(DEFAULTS.withBudget(0, 0), 0);
        budget.save();
        assertThat(budget.spend(0)).isFalse();
    }

    @Test
    void manyThreadsSpendNoMoreThanWasSaved() throws InterruptedException {
        RetryBudget budget = new RetryBudget(DEFAULTS.withBudget(50, 0), 0);
        AtomicInteger repeated = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int i = 0; i < 20_000; i++) {
                    budget.save();
                    if (budget.spend(0)) {
                        repeated.incrementAndGet();
                    }
                }
            });
            threads[t].start();
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(repeated.get()).isLessThanOrEqualTo(40_000).isGreaterThan(35_000);
    }

    @Test
    void theWaitIsDrawnBelowABoundThatDoublesUpToItsOwn() {
        long seed = System.identityHashCode(this);
        System.out.println("seed " + seed);
        Backoff backoff =
                new Backoff(DEFAULTS.withBackoff(Duration.ofMillis(100), Duration.ofMillis(300)), new Random(seed));
        long[] bounds = {100, 200, 300, 300};
        for (int failed = 1; failed <= bounds.length; failed++) {
            long highest = 0;
            long lowest = Long.MAX_VALUE;
            for (int i = 0; i < 2_000; i++) {
                long drawn = backoff.drawNanos(failed);
                highest = Math.max(highest, drawn);
                lowest = Math.min(lowest, drawn);
            }
            long bound = Duration.ofMillis(bounds[failed - 1]).toNanos();
            assertThat(highest).isBetween(bound / 10 * 9, bound);
            assertThat(lowest).isBetween(0L, bound / 10);
        }
    }

    @Test
    void noBackoffIsNoWait() {
        assertThat(new Backoff(DEFAULTS.withBackoff(Duration.ZERO, Duration.ZERO), () -> 1).drawNanos(5))
                .isZero();
    }

    private static int spent(RetryBudget budget, long now) {
        int spent = 0;
        while (budget.spend(now)) {
            spent++;
        }
        return spent;
    }
}
