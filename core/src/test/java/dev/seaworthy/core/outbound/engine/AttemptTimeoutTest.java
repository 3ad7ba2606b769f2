// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.outbound.Completed;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.breaker.BreakerSettings;
import dev.seaworthy.core.outbound.breaker.BreakerState;
import dev.seaworthy.core.outbound.deadline.CallScope;
import dev.seaworthy.core.outbound.deadline.Deadline;
import dev.seaworthy.core.outbound.door.ExternalServiceBuilder;
import dev.seaworthy.core.outbound.retry.RetrySettings;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class AttemptTimeoutTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    private final Telemetry telemetry = new Telemetry();

    @Test
    void aHungCallIsInterruptedAndIsAFailureOfTheService() {
        ExternalService door = door(SHORT).build();
        Failed<Object> failed = failed(door.call(AttemptTimeoutTest::hang));

        assertThat(failed.classification().code()).isEqualTo("UPSTREAM_TIMEOUT");
        assertThat(failed.classification().status()).isEqualTo(504);
        assertThat(failed.classification().failureClass()).isEqualTo(FailureClass.NO_CERTAIN_ANSWER);
        assertThat(failed.cause()).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(door.state().inFlight()).isZero();
        assertThat(door.state().recentCalls()).isOne();
        assertThat(telemetry.total("seaworthy.outbound.timed_out", "service", "stripe"))
                .isOne();
    }

    @Test
    void hungCallsOpenTheCircuit() {
        ExternalService door = door(SHORT).build();
        for (int i = 0; i < 10; i++) {
            door.call(AttemptTimeoutTest::hang);
        }
        assertThat(door.state().breaker()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void anAnswerThatComesAllTheSameIsAnAnswer() {
        ExternalService door = door(SHORT).build();
        Outcome<String> outcome = door.call(() -> {
            ignoreInterrupts(SHORT.multipliedBy(3));
            return "charged";
        });
        assertThat(outcome).isEqualTo(new Completed<>("charged"));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aDeadlineThatLeavesTooLittleTimeIsNotTheServicesFault() {
        ExternalService door = door(Duration.ofSeconds(30)).build();
        try (CallScope scope = CallScope.open(Deadline.in(SHORT, TimeSource.system()), 1)) {
            Failed<Object> failed = failed(door.call(AttemptTimeoutTest::hang));
            assertThat(failed.classification().code()).isEqualTo("DEADLINE_EXCEEDED");
        }
        assertThat(door.state().recentCalls()).isZero();
    }

    @Test
    void workThatIgnoresTheInterruptHoldsItsCallerAndItsPermit() throws Exception {
        ExternalService door = door(SHORT).maxConcurrent(1).build();
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            AtomicBoolean interrupted = new AtomicBoolean();
            Future<Outcome<String>> held = caller.submit(() -> door.call(() -> {
                awaitIgnoringInterrupts(end, interrupted);
                return "late";
            }));
            await().untilTrue(interrupted);
            assertThat(held).isNotDone();
            assertThat(door.state().inFlight()).isOne();
            assertThat(code(door.call(() -> "no room"))).isEqualTo("BULKHEAD_FULL");
            end.countDown();
            assertThat(held.get()).isEqualTo(new Completed<>("late"));
            assertThat(door.state().inFlight()).isZero();
        } finally {
            end.countDown();
            stop(caller);
        }
    }

    @Test
    void isolatedWorkLetsItsCallerGoAndKeepsItsPermitUntilItEnds() {
        ExternalService door = door(SHORT).isolated().maxConcurrent(1).build();
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Failed<Object> failed = failed(door.call(() -> {
            awaitIgnoringInterrupts(end, interrupted);
            return null;
        }));
        assertThat(failed.classification().code()).isEqualTo("UPSTREAM_TIMEOUT");
        await().untilTrue(interrupted);
        assertThat(door.state().inFlight()).isOne();
        assertThat(code(door.call(() -> "no room"))).isEqualTo("BULKHEAD_FULL");
        end.countDown();
        await().until(() -> door.state().inFlight() == 0);
        assertThat(door.call(() -> "room")).isEqualTo(new Completed<>("room"));
    }

    @Test
    void afterAThousandTimeoutsHeldPermitsAreCallsStillRunning() {
        ExternalService door = door(Duration.ofMillis(2))
                .isolated()
                .maxConcurrent(2_000)
                .breaker(neverOpens())
                .build();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger stubbornBegun = new AtomicInteger();
        List<CountDownLatch> stubborn = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            CountDownLatch end = new CountDownLatch(1);
            boolean obeys = i % 20 != 0;
            if (!obeys) {
                stubborn.add(end);
            }
            Outcome<Object> outcome = door.call(() -> {
                running.incrementAndGet();
                try {
                    if (obeys) {
                        end.await();
                    } else {
                        stubbornBegun.incrementAndGet();
                        awaitIgnoringInterrupts(end, new AtomicBoolean());
                    }
                    return null;
                } finally {
                    running.decrementAndGet();
                }
            });
            assertThat(code(outcome)).isEqualTo("UPSTREAM_TIMEOUT");
        }
        // On a busy machine the time of some is over before their thread begins: those never run.
        await().until(() -> running.get() == stubbornBegun.get() && door.state().inFlight() == running.get());
        assertThat(stubbornBegun).hasPositiveValue();
        stubborn.subList(0, 20).forEach(CountDownLatch::countDown);
        await().until(() -> running.get() <= 30 && door.state().inFlight() == running.get());
        stubborn.forEach(CountDownLatch::countDown);
        await().until(() -> door.state().inFlight() == 0 && running.get() == 0);
    }

    @Test
    void noStrayInterruptReachesTheCallerHoweverCloseTheRace() throws Exception {
        ExternalService door = door(Duration.ofMillis(1))
                .retry(RetrySettings.never())
                .breaker(neverOpens())
                .build();
        int threads = 4;
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        AtomicInteger stray = new AtomicInteger();
        AtomicInteger timedOut = new AtomicInteger();
        AtomicInteger completed = new AtomicInteger();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int seed = t;
                all.add(callers.submit(() -> {
                    for (int i = 0; i < 400; i++) {
                        long nanos = 700_000 + (i * 7_919L + seed * 104_729L) % 600_000;
                        Outcome<String> outcome = door.call(() -> {
                            busy(nanos);
                            return "done";
                        });
                        (outcome instanceof Completed ? completed : timedOut).incrementAndGet();
                        if (Thread.currentThread().isInterrupted()) {
                            stray.incrementAndGet();
                        }
                        LockSupport.parkNanos(10_000);
                        if (Thread.interrupted()) {
                            stray.incrementAndGet();
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            stop(callers);
        }
        assertThat(stray).hasValue(0);
        assertThat(completed.get() + timedOut.get()).isEqualTo(1_600);
        assertThat(telemetry.total("seaworthy.outbound.timed_out", "service", "stripe"))
                .isBetween(1L, 1_599L);
        assertThat(door.state().inFlight()).isZero();
    }

    @Test
    void anAsyncCallHoldsItsPermitUntilItsStageCompletes() {
        ExternalService door = door(Duration.ofSeconds(30)).build();
        CompletableFuture<String> stage = new CompletableFuture<>();
        CompletableFuture<Outcome<String>> answer = door.callAsync(() -> stage).toCompletableFuture();
        assertThat(door.state().inFlight()).isOne();
        assertThat(answer).isNotDone();
        stage.complete("paid");
        assertThat(answer).isCompletedWithValue(new Completed<>("paid"));
        assertThat(door.state().inFlight()).isZero();
    }

    @Test
    void whenItsTimeIsOverAStageIsCancelled() throws Exception {
        ExternalService door = door(SHORT).build();
        CompletableFuture<String> stage = new CompletableFuture<>();
        Outcome<String> outcome =
                door.callAsync(() -> stage).toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(code(outcome)).isEqualTo("UPSTREAM_TIMEOUT");
        assertThat(stage).isCancelled();
        await().until(() -> door.state().inFlight() == 0);
    }

    @Test
    void aStageThatCannotBeCancelledKeepsItsPermitButNotItsCaller() throws Exception {
        ExternalService door = door(SHORT).build();
        CompletableFuture<String> inside = new CompletableFuture<>();
        Outcome<String> outcome = door.callAsync(inside::minimalCompletionStage)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(code(outcome)).isEqualTo("UPSTREAM_TIMEOUT");
        assertThat(door.state().inFlight()).isOne();
        inside.complete("too late");
        assertThat(door.state().inFlight()).isZero();
    }

    @Test
    void asyncCallsAreTriedAgainInTheContextOfTheirCaller() throws Exception {
        ExternalService door = door(Duration.ofSeconds(30)).build();
        AtomicInteger calls = new AtomicInteger();
        List<String> seen = new ArrayList<>();
        CompletableFuture<Outcome<String>> answer;
        AtomicReference<String> inDependent = new AtomicReference<>();
        CompletableFuture<String> last = new CompletableFuture<>();
        try (CorrelationScope scope = new Correlation(new CorrelationId("order-4711"), null, null).open()) {
            answer = door.callAsync(CallPlan.repeatable(), attempt -> {
                        seen.add(MDC.get(Correlation.MDC_CORRELATION_ID));
                        return calls.incrementAndGet() < 3
                                ? CompletableFuture.failedFuture(new IOException("reset"))
                                : last;
                    })
                    .toCompletableFuture();
            answer.thenRun(() -> inDependent.set(MDC.get(Correlation.MDC_CORRELATION_ID)));
        }
        await().until(() -> calls.get() == 3);
        Thread foreign = new Thread(() -> last.complete("paid"));
        foreign.start();
        foreign.join();
        await().until(answer::isDone);
        assertThat(answer).isCompletedWithValue(new Completed<>("paid"));
        assertThat(seen).containsExactly("order-4711", "order-4711", "order-4711");
        await().untilAsserted(() -> assertThat(inDependent).hasValue("order-4711"));
    }

    @Test
    void cancellingTheAnswerCallsTheAttemptOffAndTheBreakerDoesNotMind() {
        ExternalService door = door(Duration.ofSeconds(30)).build();
        CompletableFuture<String> stage = new CompletableFuture<>();
        AtomicInteger calls = new AtomicInteger();
        CompletableFuture<Outcome<String>> answer = door.callAsync(CallPlan.repeatable(), attempt -> {
                    calls.incrementAndGet();
                    return stage;
                })
                .toCompletableFuture();
        answer.cancel(true);
        assertThat(stage).isCancelled();
        assertThat(calls).hasValue(1);
        assertThat(door.state().inFlight()).isZero();
        assertThat(door.state().recentCalls()).isZero();
        assertThat(telemetry.total("seaworthy.outbound.called_off", "service", "stripe"))
                .isOne();
    }

    @Test
    void aSinglePlanIsNeverTriedAgain() {
        AtomicInteger calls = new AtomicInteger();
        door(Duration.ofSeconds(30)).build().call(CallPlan.single(), attempt -> {
            calls.incrementAndGet();
            throw new ConnectException("refused");
        });
        assertThat(calls).hasValue(1);
    }

    @Test
    void workThatThrowsInsteadOfAnsweringAStageIsAFailureToo() {
        ExternalService door = door(SHORT).build();
        Outcome<Object> outcome = door.callAsync(() -> {
                    throw new IllegalStateException("oops");
                })
                .toCompletableFuture()
                .join();
        assertThat(failed(outcome).classification().failureClass()).isEqualTo(FailureClass.BUG);
        assertThat(door.state().inFlight()).isZero();
    }

    @Test
    void isolatedWorkHasTheContextAndTheDeadlineOfItsCaller() {
        ExternalService door = door(Duration.ofSeconds(30)).isolated().build();
        Deadline deadline = Deadline.in(Duration.ofSeconds(20), TimeSource.system());
        Thread caller = Thread.currentThread();
        try (CorrelationScope scope = new Correlation(new CorrelationId("order-4711"), null, null).open();
                CallScope asked = CallScope.open(deadline, 2)) {
            Outcome<Map<String, Object>> outcome = door.call(() -> Map.of(
                    "id", MDC.get(Correlation.MDC_CORRELATION_ID),
                    "deadline", CallScope.current().deadline(),
                    "attempt", CallScope.current().attempt(),
                    "thread", Thread.currentThread() != caller));
            assertThat(outcome.orThrow())
                    .containsEntry("id", "order-4711")
                    .containsEntry("deadline", deadline)
                    .containsEntry("attempt", 2)
                    .containsEntry("thread", true);
        }
    }

    @Test
    void aCallerThatIsInterruptedLeavesIsolatedWorkInterruptedToo() throws Exception {
        ExternalService door = door(Duration.ofSeconds(30)).isolated().build();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean workInterrupted = new AtomicBoolean();
        AtomicBoolean kept = new AtomicBoolean();
        AtomicReference<Outcome<Object>> outcome = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            outcome.set(door.call(() -> {
                begun.countDown();
                try {
                    return hang();
                } catch (InterruptedException expected) {
                    workInterrupted.set(true);
                    throw expected;
                }
            }));
            kept.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(failed(outcome.get()).classification().failureClass()).isEqualTo(FailureClass.LOCALLY_REFUSED);
        assertThat(kept).isTrue();
        await().untilTrue(workInterrupted);
        await().until(() -> door.state().inFlight() == 0);
    }

    private ExternalServiceBuilder door(Duration attempt) {
        return ExternalService.named("stripe")
                .timeout(Duration.ofMinutes(2))
                .attemptTimeout(attempt)
                .telemetry(telemetry);
    }

    private static BreakerSettings neverOpens() {
        return BreakerSettings.withDefaults().withWindow(100_000, 100_000);
    }

    private static Object hang() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    private static void busy(long nanos) {
        long end = TimeSource.system().nanoTime() + nanos;
        while (TimeSource.system().nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void ignoreInterrupts(Duration wait) {
        long end = TimeSource.system().nanoTime() + wait.toNanos();
        while (TimeSource.system().nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void awaitIgnoringInterrupts(CountDownLatch latch, AtomicBoolean interrupted) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException ignored) {
                interrupted.set(true);
            }
        }
    }

    private static void stop(ExecutorService executor) throws InterruptedException {
        executor.shutdownNow();
        assertThat(executor.awaitTermination(10_000, MILLISECONDS)).isTrue();
    }

    private static <T> String code(Outcome<T> outcome) {
        return failed(outcome).classification().code();
    }

    private static <T> Failed<T> failed(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return (Failed<T>) outcome;
    }
}
