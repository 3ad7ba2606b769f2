// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.correlation.Propagation;
import dev.seaworthy.core.correlation.TraceParent;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.queue.Backoff;
import dev.seaworthy.core.queue.Submission;
import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskContext;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.memory.InMemoryTaskStore;
import dev.seaworthy.core.queue.receipt.Receipt;
import dev.seaworthy.core.queue.receipt.Receipt.State;
import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.queue.store.TaskStore.Known;
import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TaskQueueTest {

    record Charge(String order, long cents) {}

    record Paid(String reference) {}

    private final ManualTime clock = new ManualTime(Instant.parse("2026-11-24T12:00:00Z"));
    private final InMemoryTaskStore store = new InMemoryTaskStore(clock);
    private final QueueBed bed = new QueueBed(store);
    private final List<TaskContext> runs = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        bed.close();
    }

    private TaskHandler<Charge, Paid> charging(TaskHandler.Work<Charge, Paid> work) {
        return TaskHandler.of("pay.charge", Charge.class, Paid.class)
                .backoff(Backoff.fixed(Duration.ofMinutes(1)))
                .maxAttempts(3)
                .onRefused((charge, context, reason) -> heard.add("refused " + charge.order() + ": " + reason))
                .onDead((charge, context, reason) -> heard.add("dead " + charge.order() + ": " + reason))
                .handle((charge, context) -> {
                    runs.add(context);
                    return work.run(charge, context);
                });
    }

    private static final Known PAY = new Known("pay", Map.of("pay.charge", 1));
    private static final Charge CHARGE = new Charge("o1", 4200);

    private void becomes(Receipt receipt, State state) {
        await().untilAsserted(() ->
                assertThat(store.find(receipt.id()).orElseThrow().state()).isEqualTo(stored(state)));
    }

    private static TaskState stored(State state) {
        return switch (state) {
            case QUEUED -> TaskState.READY;
            case RUNNING -> TaskState.RUNNING;
            case DONE -> TaskState.DONE;
            case FAILED -> TaskState.DEAD;
            case EXPIRED -> TaskState.EXPIRED;
        };
    }

    private StoredTask stored(Receipt receipt) {
        return store.find(receipt.id()).orElseThrow();
    }

    @Test
    void anEnqueuedCallIsCarriedOut() {
        TaskHandler<Charge, Paid> handler =
                charging((charge, context) -> TaskAnswer.done(new Paid("p" + charge.cents())));
        TaskQueue queue = bed.started(handler);
        Receipt receipt = queue.enqueueNow(handler, CHARGE, "charge:o1");
        assertThat(receipt.state()).isEqualTo(State.QUEUED);
        assertThat(receipt.id()).matches("[0-9a-f]{32}");
        becomes(receipt, State.DONE);
        assertThat(stored(receipt).outcome()).isEqualTo("{\"reference\":\"p4200\"}");
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).idempotencyKey()).isEqualTo("charge:o1");
        assertThat(runs.get(0).attempt()).isEqualTo(1);
        assertThat(queue.receipt(receipt.id()).orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(bed.telemetry.total("seaworthy.queue.outcome", "outcome", "done"))
                .isEqualTo(1);
    }

    @Test
    void withoutAKeyTheIdIsTheIdempotencyKey() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> TaskAnswer.done());
        Receipt receipt = bed.started(handler).enqueueNow(handler, CHARGE, null);
        becomes(receipt, State.DONE);
        assertThat(runs.get(0).idempotencyKey()).isEqualTo(receipt.id());
    }

    @Test
    void aFailureIsTriedAgainUntilTheEntryIsDead() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> {
            throw new IllegalStateException("no luck");
        });
        TaskQueue queue = bed.started(handler);
        Receipt receipt = queue.enqueueNow(handler, CHARGE, null);
        for (int attempt = 1; attempt < 3; attempt++) {
            int expected = attempt;
            await().untilAsserted(() -> assertThat(stored(receipt).attempts()).isEqualTo(expected));
            clock.advance(Duration.ofMinutes(2));
        }
        becomes(receipt, State.FAILED);
        assertThat(stored(receipt).reason())
                .isEqualTo("gave up after 3 attempts, INTERNAL_ERROR: java.lang.IllegalStateException: no luck");
        assertThat(heard).containsExactly("dead o1: " + stored(receipt).reason());
        assertThat(bed.alerts).extracting("code").containsExactly("TASK_DEAD");
        assertThat(queue.office().dead("pay", 10)).hasSize(1);
        assertThat(queue.office().redrive(receipt.id())).isTrue();
        assertThat(queue.office().redrive(receipt.id())).isFalse();
        await().untilAsserted(() -> assertThat(runs).hasSize(4));
        assertThat(runs.get(3).attempt()).isEqualTo(1);
        assertThat(runs).extracting(TaskContext::idempotencyKey).containsOnly(receipt.id());
    }

    @Test
    void allDeadLettersOfAQueueAreRedrivenInBulk() {
        AtomicInteger broken = new AtomicInteger(1);
        TaskHandler<Charge, Paid> handler = TaskHandler.of("pay.charge", Charge.class, Paid.class)
                .maxAttempts(1)
                .handle((charge, context) -> {
                    if (broken.get() == 1) {
                        throw new IllegalStateException("down");
                    }
                    return TaskAnswer.done();
                });
        TaskQueue queue = bed.started(handler);
        for (int i = 0; i < 20; i++) {
            queue.enqueueNow(handler, new Charge("o" + i, 1), null);
        }
        await().untilAsserted(() -> assertThat(queue.office().dead("pay", 100)).hasSize(20));
        broken.set(0);
        assertThat(queue.office().redriveAll("pay")).isEqualTo(20);
        await().untilAsserted(() -> assertThat(bed.telemetry.total("seaworthy.queue.outcome", "outcome", "done"))
                .isEqualTo(20));
        assertThat(bed.alerts).hasSize(1);
    }

    @Test
    void aRefusalOnRedeliveryEndsTheEntryAndIsHeard() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> TaskAnswer.refused("card declined"));
        TaskQueue queue = bed.started(handler);
        Receipt receipt = queue.enqueueNow(handler, CHARGE, null);
        await().untilAsserted(() -> assertThat(stored(receipt).state()).isEqualTo(TaskState.REFUSED));
        assertThat(heard).containsExactly("refused o1: card declined");
        assertThat(queue.receipt(receipt.id()).orElseThrow().state()).isEqualTo(State.FAILED);
        assertThat(queue.office().dead(null, 10)).isEmpty();
        assertThat(bed.alerts).isEmpty();
    }

    @Test
    void aRefusalThatCouldNotBeHeardIsAskedForAgain() {
        AtomicInteger hearings = new AtomicInteger();
        TaskHandler<Charge, Paid> handler = TaskHandler.of("pay.charge", Charge.class, Paid.class)
                .backoff(Backoff.fixed(Duration.ofMillis(1)))
                .onRefused((charge, context, reason) -> {
                    if (hearings.incrementAndGet() == 1) {
                        throw new IllegalStateException("database down");
                    }
                })
                .handle((charge, context) -> TaskAnswer.refused("card declined"));
        Receipt receipt = bed.started(handler).enqueueNow(handler, CHARGE, null);
        await().until(() -> hearings.get() == 1);
        await().untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(1));
            assertThat(stored(receipt).state()).isEqualTo(TaskState.REFUSED);
        });
        assertThat(hearings).hasValue(2);
    }

    @Test
    void whatTheTableCallsARefusalIsOne() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> {
            throw new ProblemException(Classification.of(FailureClass.BUSINESS_REFUSAL), "card declined");
        });
        Receipt receipt = bed.started(handler).enqueueNow(handler, CHARGE, null);
        await().untilAsserted(() -> assertThat(stored(receipt).state()).isEqualTo(TaskState.REFUSED));
        assertThat(stored(receipt).attempts()).isZero();
    }

    @Test
    void whatWasNotEvenTriedCostsNoAttempt() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> {
            throw new ProblemException(
                    Classification.of(FailureClass.LOCALLY_REFUSED).withRetryAfter(Duration.ofMinutes(1)),
                    "breaker open");
        });
        Receipt receipt = bed.started(handler).enqueueNow(handler, CHARGE, null);
        await().untilAsserted(() -> assertThat(stored(receipt).snoozes()).isEqualTo(1));
        assertThat(stored(receipt).attempts()).isZero();
        clock.advance(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(stored(receipt).snoozes()).isEqualTo(2));
        assertThat(stored(receipt).attempts()).isZero();
    }

    @Test
    void aPoisonedPayloadHarmsNobodyElse() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> TaskAnswer.done());
        store.place(entry("pay.charge", "{\"order\":", null), false);
        store.place(entry("pay.charge", "[".repeat(100_000), null), false);
        store.place(entry("pay.unknown", "{}", null), false);
        TaskQueue queue = bed.started(handler);
        Receipt good = queue.enqueueNow(handler, CHARGE, null);
        becomes(good, State.DONE);
        await().untilAsserted(() -> assertThat(queue.office().dead("pay", 10)).hasSize(2));
        assertThat(queue.office().dead("pay", 10))
                .extracting(QueueOffice.DeadLetter::reason)
                .allMatch(reason -> reason != null && reason.startsWith("payload cannot be read as Charge: "));
        assertThat(queue.office().depth().get("pay").ready())
                .as("the unknown kind")
                .isEqualTo(1);
        assertThat(runs).hasSize(1);
    }

    private static NewTask entry(String kind, String payload, NewTask.@Nullable Lease lease) {
        return new NewTask(
                java.util.UUID.randomUUID().toString().replace("-", ""),
                "pay",
                kind,
                1,
                payload,
                null,
                null,
                null,
                Duration.ofDays(1),
                lease);
    }

    @Test
    void anEntryThatKillsItsNodesEndsInACrashLoop() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> TaskAnswer.done());
        store.place(entry("pay.charge", "{\"order\":\"o1\",\"cents\":1}", null), false);
        for (int crash = 0; crash < 5; crash++) {
            assertThat(store.claim(PAY, 1, new NewTask.Lease("node", Duration.ofSeconds(1))))
                    .hasSize(1);
            clock.advance(Duration.ofMinutes(1));
            store.rescue(PAY);
        }
        TaskQueue queue = bed.started(handler);
        await().untilAsserted(() -> assertThat(queue.office().dead("pay", 10)).hasSize(1));
        assertThat(queue.office().dead("pay", 10).get(0).reason())
                .isEqualTo("crash loop: of 5 deliveries nothing was heard");
        assertThat(runs).isEmpty();
        assertThat(heard).hasSize(1);
    }

    @Test
    void anEntryWhoseTimeIsOverIsNeverCalled() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> TaskAnswer.done());
        TaskQueue queue = bed.idle(handler);
        Receipt receipt = queue.enqueueNow(handler, CHARGE, null);
        queue.gate("pay").hold(Duration.ofDays(10), "incident 42");
        clock.advance(Duration.ofHours(24));
        queue.start();
        becomes(receipt, State.EXPIRED);
        assertThat(runs).isEmpty();
        assertThat(heard).hasSize(1);
        assertThat(stored(receipt).reason()).startsWith("its time was over at 2026-11-25T11:00:00Z");
        assertThat(queue.receipt(receipt.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
        assertThat(bed.alerts).extracting("code").containsExactly("TASK_EXPIRED");
    }

    @Test
    void aSubmittedCallThatSucceedsIsCompleted() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> TaskAnswer.done(new Paid("p1")));
        TaskQueue queue = bed.idle(handler);
        Submission<Paid> first = queue.submit(handler, CHARGE, "charge:o1");
        assertThat(first).isInstanceOfSatisfying(Submission.Completed.class, completed -> {
            assertThat(completed.result()).isEqualTo(new Paid("p1"));
            assertThat(completed.receipt().state()).isEqualTo(State.DONE);
        });
        Submission<Paid> again = queue.submit(handler, CHARGE, "charge:o1");
        assertThat(again)
                .isInstanceOfSatisfying(
                        Submission.Completed.class,
                        completed -> assertThat(completed.result()).isEqualTo(new Paid("p1")));
        assertThat(runs).hasSize(1);
    }

    @Test
    void aSubmittedCallThatMayWaitIsQueuedUnderTheSameKey() {
        AtomicInteger down = new AtomicInteger(1);
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> {
            if (down.get() == 1) {
                throw new ProblemException(Classification.of(FailureClass.NOT_SENT), "refused");
            }
            return TaskAnswer.done(new Paid("p1"));
        });
        TaskQueue queue = bed.started(handler);
        Submission<Paid> answer = queue.submit(handler, CHARGE, "charge:o1");
        assertThat(answer).isInstanceOf(Submission.Queued.class);
        Receipt receipt = ((Submission.Queued<Paid>) answer).receipt();
        assertThat(stored(receipt).attempts()).isEqualTo(1);
        assertThat(queue.submit(handler, CHARGE, "charge:o1"))
                .isInstanceOfSatisfying(
                        Submission.Queued.class,
                        queued -> assertThat(queued.receipt().id()).isEqualTo(receipt.id()));
        down.set(0);
        clock.advance(Duration.ofMinutes(2));
        becomes(receipt, State.DONE);
        assertThat(runs).extracting(TaskContext::idempotencyKey).containsOnly("charge:o1");
        assertThat(runs).extracting(TaskContext::attempt).containsExactly(1, 2);
        assertThat(queue.submit(handler, CHARGE, "charge:o1")).isInstanceOf(Submission.Completed.class);
    }

    @Test
    void aSubmittedCallThatMayNotWaitFails() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> {
            if (charge.cents() == 1) {
                throw new IllegalStateException("bug");
            }
            return TaskAnswer.refused("card declined");
        });
        TaskQueue queue = bed.idle(handler);
        assertThat(queue.submit(handler, new Charge("o1", 1), "k1"))
                .isInstanceOfSatisfying(Submission.Failed.class, failed -> {
                    assertThat(failed.classification().failureClass()).isEqualTo(FailureClass.BUG);
                    assertThat(failed.cause()).hasMessage("bug");
                    assertThat(failed.receipt().state()).isEqualTo(State.FAILED);
                });
        assertThat(queue.submit(handler, CHARGE, "k2")).isInstanceOfSatisfying(Submission.Failed.class, failed -> {
            assertThat(failed.classification().failureClass()).isEqualTo(FailureClass.BUSINESS_REFUSAL);
            assertThat(failed.reason()).isEqualTo("card declined");
        });
        assertThat(queue.submit(handler, CHARGE, "k2")).isInstanceOf(Submission.Failed.class);
        assertThat(runs).hasSize(2);
        assertThat(heard).as("the caller has the answer").isEmpty();
    }

    @Test
    void aSubmittedCallThatIsSnoozedIsQueued() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> TaskAnswer.snooze(Duration.ofMinutes(5)));
        TaskQueue queue = bed.idle(handler);
        assertThat(queue.submit(handler, CHARGE, "k")).isInstanceOf(Submission.Queued.class);
        assertThat(store.depth().get("pay").ready()).isEqualTo(1);
    }

    @Test
    void behindAClosedGateASubmittedCallIsQueuedUntried() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> TaskAnswer.done());
        TaskQueue queue = bed.idle(handler);
        queue.gate("pay").pause(Duration.ofMinutes(1), "breaker open");
        Submission<Paid> answer = queue.submit(handler, CHARGE, "k");
        Receipt receipt = ((Submission.Queued<Paid>) answer).receipt();
        assertThat(receipt.nextTry()).isNotNull();
        assertThat(runs).isEmpty();
        assertThat(stored(receipt).deliveries()).isZero();
    }

    @Test
    void theRequestIsRememberedHoursLater() {
        AtomicReference<@Nullable String> id = new AtomicReference<>();
        Map<String, String> sent = new ConcurrentHashMap<>();
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> {
            id.set(MDC.get(Correlation.MDC_CORRELATION_ID));
            Propagation.inject(sent::put);
            return TaskAnswer.done();
        });
        TaskQueue queue = bed.idle(handler);
        TraceParent trace = new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);
        Receipt receipt;
        try (CorrelationScope ignored = new Correlation(new CorrelationId("request-1"), trace, "vendor=a;b").open()) {
            receipt = queue.enqueueNow(handler, CHARGE, null);
        }
        assertThat(receipt.correlationId()).isEqualTo("request-1");
        clock.advance(Duration.ofHours(3));
        queue.start();
        becomes(receipt, State.DONE);
        assertThat(id).hasValue("request-1");
        Map<String, String> expected = new HashMap<>();
        expected.put("X-Correlation-Id", "request-1");
        expected.put("traceparent", trace.toHeader());
        expected.put("tracestate", "vendor=a;b");
        assertThat(sent).isEqualTo(expected);
        assertThat(queue.receipt(receipt.id()).orElseThrow().correlationId()).isEqualTo("request-1");
    }

    @Test
    void aReceiptBelongsToWhoeverAsked() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> TaskAnswer.done());
        AtomicReference<@Nullable String> principal = new AtomicReference<>("alice");
        TaskQueue queue =
                bed.keep(bed.builder(handler).principal(principal::get).build());
        Receipt ofAlice = queue.enqueueNow(handler, CHARGE, null);
        principal.set(null);
        Receipt ofNobody = queue.enqueueNow(handler, CHARGE, null);
        assertThat(queue.mayRead(ofAlice.id(), "alice")).isTrue();
        assertThat(queue.mayRead(ofAlice.id(), "bob")).isFalse();
        assertThat(queue.mayRead(ofAlice.id(), null)).isFalse();
        assertThat(queue.mayRead(ofNobody.id(), "bob")).isTrue();
        assertThat(queue.mayRead(ofNobody.id(), null)).isTrue();
        assertThat(queue.mayRead("' or 1=1", null)).isFalse();
        assertThat(queue.receipt("' or 1=1")).isEmpty();
        assertThat(stored(ofAlice).principal()).doesNotContain("alice");
    }

    @Test
    void aStopHandsBackWhatRunsAndCostsNoAttempt() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> {
            if (calls.incrementAndGet() == 1) {
                running.countDown();
                never.await();
            }
            return TaskAnswer.done();
        });
        TaskQueue first = bed.keep(bed.builder(handler)
                .settings(QueueBed.QUICK.withDrainTime(Duration.ZERO))
                .build());
        first.start();
        Receipt receipt = first.enqueueNow(handler, CHARGE, null);
        running.await();
        first.close();
        StoredTask released = stored(receipt);
        assertThat(released.state()).isEqualTo(TaskState.READY);
        assertThat(released.attempts()).isZero();
        assertThat(released.deliveries()).isZero();
        bed.started(handler);
        becomes(receipt, State.DONE);
        assertThat(stored(receipt).attempts()).isZero();
    }

    @Test
    void aStopLetsShortWorkFinish() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> {
            running.countDown();
            go.await();
            return TaskAnswer.done();
        });
        TaskQueue queue = bed.started(handler);
        Receipt receipt = queue.enqueueNow(handler, CHARGE, null);
        running.await();
        Thread stopper = new Thread(queue::close);
        stopper.start();
        go.countDown();
        stopper.join();
        assertThat(stored(receipt).state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void noMoreIsClaimedThanFreeThreadsCanTake() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(4);
        CountDownLatch go = new CountDownLatch(1);
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> {
            running.countDown();
            go.await();
            return TaskAnswer.done();
        });
        TaskQueue queue = bed.started(handler);
        for (int i = 0; i < 40; i++) {
            queue.enqueueNow(handler, CHARGE, null);
        }
        running.await();
        assertThat(store.depth().get("pay").running()).isEqualTo(4);
        assertThat(store.depth().get("pay").ready()).isEqualTo(36);
        go.countDown();
        await().untilAsserted(() -> assertThat(runs).hasSize(40));
    }

    @Test
    void aRunThatTakesTooLongIsAFailedAttempt() {
        TaskHandler<Charge, Paid> handler = TaskHandler.of("pay.charge", Charge.class, Paid.class)
                .timeout(Duration.ofMillis(100))
                .handle((charge, context) -> {
                    new CountDownLatch(1).await();
                    return TaskAnswer.done();
                });
        Receipt receipt = bed.started(handler).enqueueNow(handler, CHARGE, null);
        await().untilAsserted(() -> assertThat(stored(receipt).attempts()).isEqualTo(1));
        assertThat(bed.telemetry.total("seaworthy.queue.timed_out", "queue", "pay"))
                .isEqualTo(1);
    }

    @Test
    void whatNobodyWouldCarryOutIsNotTaken() {
        TaskHandler<Charge, Paid> known = charging((charge, context) -> TaskAnswer.done());
        TaskHandler<Charge, Void> unknown =
                TaskHandler.of("pay.refund", Charge.class).handle((charge, context) -> TaskAnswer.done());
        TaskQueue queue = bed.idle(known);
        assertThatThrownBy(() -> queue.enqueueNow(unknown, CHARGE, null))
                .hasMessage(
                        "task handler must be registered with the queue, got 'pay.refund'; in Spring declare it as a"
                                + " bean, else give it to the builder");
        assertThatThrownBy(() -> queue.gate("mail"))
                .hasMessage("queue must be that of a task handler, got 'mail'; there are pay");
        assertThatThrownBy(() -> bed.builder(known, charging((charge, context) -> TaskAnswer.done()))
                        .build())
                .hasMessage("task kind must have one handler, got a second one for 'pay.charge'; give it another name");
        assertThatThrownBy(() -> queue.enqueueNow(known, new Charge("x".repeat(300_000), 1), null))
                .hasMessageStartingWith(
                        "payload of task pay.charge must have at most 262144 characters of JSON, got 300");
        assertThatThrownBy(() -> queue.enqueueNow(known, CHARGE, ""))
                .hasMessage("task key must have 1 to 200 characters, got 0; write for example charge:42");
    }

    @Test
    void aQueueThatStandsStillIsTold() {
        TaskHandler<Charge, Paid> handler = charging((charge, context) -> TaskAnswer.done());
        TaskQueue queue = bed.idle(handler);
        queue.gate("pay").hold(Duration.ofDays(1), "incident 42");
        queue.enqueueNow(handler, CHARGE, null);
        clock.advance(Duration.ofMinutes(20));
        queue.start();
        await().untilAsserted(() -> assertThat(bed.alerts).hasSize(1));
        assertThat(bed.alerts.get(0).code()).isEqualTo("QUEUE_STALLED");
        assertThat(bed.alerts.get(0).text())
                .isEqualTo("1 calls wait in the queue, the oldest is overdue by 20 minutes");
    }
}
