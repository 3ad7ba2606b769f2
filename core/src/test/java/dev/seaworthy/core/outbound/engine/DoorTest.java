// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.outbound.Completed;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.ServiceFailedException;
import dev.seaworthy.core.outbound.attempt.AttemptWork;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import dev.seaworthy.core.outbound.breaker.BreakerSettings;
import dev.seaworthy.core.outbound.breaker.BreakerState;
import dev.seaworthy.core.outbound.deadline.CallScope;
import dev.seaworthy.core.outbound.deadline.Deadline;
import dev.seaworthy.core.outbound.door.ExternalServiceBuilder;
import dev.seaworthy.core.outbound.door.OutboundSettings;
import dev.seaworthy.core.outbound.retry.RetrySettings;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final Classification DECLINED =
            Classification.of(FailureClass.BUSINESS_REFUSAL).withCode("PAYMENT_DECLINED");

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final Telemetry telemetry = new Telemetry();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicLong drawn = new AtomicLong();

    @Test
    void anAnswerIsCompleted() {
        Outcome<String> outcome = door().build().call(() -> "paid");

        assertThat(outcome).isEqualTo(new Completed<>("paid"));
        assertThat(outcome.orThrow()).isEqualTo("paid");
        assertThat(outcome.orElse(failed -> "later")).isEqualTo("paid");
        assertThat(telemetry.total("seaworthy.outbound.completed", "service", "stripe"))
                .isOne();
    }

    @Test
    void nullIsAnAnswerToo() {
        assertThat(door().build().call(() -> null)).isEqualTo(new Completed<>(null));
    }

    @Test
    void anExceptionIsAFailureThatKnowsItself() {
        IOException reset = new IOException("connection reset");
        Outcome<String> outcome = door().build().call(() -> {
            throw reset;
        });

        Failed<String> failed = failed(outcome);
        assertThat(failed.classification().failureClass()).isEqualTo(FailureClass.NO_CERTAIN_ANSWER);
        assertThat(failed.attempts()).isOne();
        assertThat(failed.cause()).isSameAs(reset);
        assertThat(outcome.orElse(why -> why.classification().code())).isEqualTo("UPSTREAM_FAILED");
        assertThatThrownBy(outcome::orThrow)
                .isInstanceOf(ServiceFailedException.class)
                .hasMessage("service 'stripe' failed with UPSTREAM_FAILED after 1 attempt")
                .hasCause(reset);
    }

    @Test
    void whatNobodyKnowsIsOurBugAndSaysNothingAboutTheService() {
        ExternalService door = door().build();
        for (int i = 0; i < 100; i++) {
            Failed<Object> failed = failed(door.call(() -> {
                throw new IllegalStateException("oops");
            }));
            assertThat(failed.classification().failureClass()).isEqualTo(FailureClass.BUG);
        }
        assertThat(door.state().breaker()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void theAppsRulesComeFirstAndThenTheClientsAndThenTheBuiltInOnes() {
        ExternalService door = door().classify(FailureRule.on(ConnectException.class, DECLINED))
                .build();
        CallPlan plan = CallPlan.once()
                .judgedBy(FailureRule.on(IOException.class, Classification.of(FailureClass.UPSTREAM_REFUSED)), null);

        assertThat(code(door, plan, new ConnectException("x"))).isEqualTo("PAYMENT_DECLINED");
        assertThat(code(door, plan, new IOException("x"))).isEqualTo("UPSTREAM_REFUSED");
        assertThat(code(door, plan, new TimeoutException("x"))).isEqualTo("UPSTREAM_TIMEOUT");
        assertThat(code(door, CallPlan.once(), new IllegalStateException(new IOException("x"))))
                .isEqualTo("UPSTREAM_FAILED");
    }

    @Test
    void resultsAreClassifiedAsWellAsExceptions() {
        ExternalService door = door().classifyResult(ResultRule.on(
                        Integer.class,
                        status -> status == 402
                                ? DECLINED
                                : status >= 500 ? Classification.of(FailureClass.NO_CERTAIN_ANSWER) : null))
                .build();

        assertThat(door.call(() -> 200)).isEqualTo(new Completed<>(200));
        Failed<Integer> declined = failed(door.call(() -> 402));
        assertThat(declined.classification()).isEqualTo(DECLINED);
        assertThat(declined.result()).isEqualTo(402);
        assertThat(declined.cause()).isNull();
        assertThat(failed(door.call(() -> 503)).classification().code()).isEqualTo("UPSTREAM_FAILED");
    }

    @Test
    void businessRefusalsAndOtherClientErrorsNeverOpenTheCircuit() {
        ExternalService door = door().classifyResult(ResultRule.on(Classification.class, answer -> answer))
                .build();
        for (FailureClass row : List.of(FailureClass.BUSINESS_REFUSAL, FailureClass.UPSTREAM_REFUSED)) {
            for (int i = 0; i < 100; i++) {
                door.call(() -> Classification.of(row));
            }
        }
        assertThat(door.state().breaker()).isEqualTo(BreakerState.CLOSED);
        assertThat(door.state().failureRate()).isZero();
    }

    @Test
    void aRuleThatThrowsIsSkippedAndCounted() {
        ExternalService door = door().classify(link -> {
                    throw new IllegalStateException("rule is broken");
                })
                .classifyResult(result -> {
                    throw new IllegalStateException("rule is broken");
                })
                .build();
        assertThat(door.call(() -> 1)).isEqualTo(new Completed<>(1));
        assertThat(code(door, CallPlan.once(), new IOException("x"))).isEqualTo("UPSTREAM_FAILED");
        assertThat(telemetry.total("seaworthy.outbound.rule_failed", "service", "stripe"))
                .isEqualTo(2);
    }

    @Test
    void whatWasNotSentIsTriedAgainWhateverItIs() {
        Outcome<String> outcome = door().build().call(() -> {
            if (calls.incrementAndGet() < 3) {
                throw new ConnectException("refused");
            }
            return "paid";
        });
        assertThat(outcome).isEqualTo(new Completed<>("paid"));
        assertThat(calls).hasValue(3);
        assertThat(telemetry.total("seaworthy.outbound.retried", "service", "stripe"))
                .isEqualTo(2);
    }

    @Test
    void anUncertainAnswerIsOnlyTriedAgainWhereThatDoesNoHarm() {
        assertThat(attempts(door().build(), CallPlan.once(), attempt -> {
                    throw new IOException("reset");
                }))
                .isEqualTo(1);
        assertThat(attempts(door().build(), CallPlan.repeatable(), attempt -> {
                    throw new IOException("reset");
                }))
                .isEqualTo(3);
        assertThat(attempts(door().build(), CallPlan.once().withKey("k-1"), attempt -> {
                    assertThat(attempt.idempotencyKey()).isEqualTo("k-1");
                    throw new IOException("reset");
                }))
                .isEqualTo(3);
        assertThat(attempts(door().build(), CallPlan.once().withKey("never sent"), attempt -> {
                    throw new IOException("reset");
                }))
                .isEqualTo(1);
    }

    @Test
    void theDoorAddsAKeyThatStaysTheSameForAllAttempts() {
        List<String> keys = new ArrayList<>();
        ExternalServiceBuilder builder = door();
        ExternalService door = builder.settings(OutboundSettings.withDefaults().withIdempotencyHeader("X-Key"))
                .build();
        AttemptWork<Object> work = attempt -> {
            attempt.inject((name, value) -> {
                if (name.equals("X-Key")) {
                    keys.add(value);
                }
            });
            throw new IOException("reset");
        };
        attempts(door, CallPlan.once(), work);
        assertThat(keys).hasSize(3).containsOnly(keys.get(0));
        assertThat(UUID.fromString(keys.get(0)).version()).isEqualTo(4);
        attempts(door, CallPlan.once(), work);
        assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
        keys.clear();
        attempts(door, CallPlan.repeatable(), work);
        assertThat(keys).isEmpty();
    }

    @Test
    void ourBugsAndRefusalsAreNeverTriedAgain() {
        assertThat(attempts(door().build(), CallPlan.repeatable(), attempt -> {
                    throw new IllegalStateException("oops");
                }))
                .isEqualTo(1);
        assertThat(attempts(
                        door().classify(FailureRule.on(IOException.class, DECLINED))
                                .build(),
                        CallPlan.repeatable(),
                        attempt -> {
                            throw new IOException("declined");
                        }))
                .isEqualTo(1);
    }

    @Test
    void oneRetryLayerIsEnough() {
        try (CallScope scope = CallScope.open(null, 2)) {
            assertThat(attempts(door().build(), CallPlan.repeatable(), attempt -> {
                        throw new IOException("reset");
                    }))
                    .isEqualTo(1);
        }
        ExternalService inner = door().build();
        AtomicInteger outerAttempts = new AtomicInteger();
        attempts(door().build(), CallPlan.repeatable(), attempt -> {
            outerAttempts.incrementAndGet();
            inner.call(CallPlan.repeatable(), innerAttempt -> {
                        calls.incrementAndGet();
                        throw new IOException("reset");
                    })
                    .orThrow();
            return null;
        });
        assertThat(outerAttempts).hasValue(3);
        assertThat(calls).hasValue(3 + 1 + 1);
    }

    @Test
    void retryAfterIsWaitedFor() {
        Instant before = time.now();
        ExternalService door = door().classify(FailureRule.on(
                        IOException.class,
                        Classification.of(FailureClass.UPSTREAM_THROTTLED).withRetryAfter(Duration.ofSeconds(2))))
                .build();
        assertThat(attempts(door, CallPlan.once(), attempt -> {
                    throw new IOException("429");
                }))
                .isEqualTo(3);
        assertThat(Duration.between(before, time.now())).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    }

    @Test
    void aServiceThatAsksForMoreTimeThanThereIsIsNotCalledAgain() {
        Instant before = time.now();
        ExternalService door = door().classify(FailureRule.on(
                        IOException.class,
                        Classification.of(FailureClass.UPSTREAM_THROTTLED).withRetryAfter(Duration.ofSeconds(30))))
                .build();
        assertThat(attempts(door, CallPlan.once(), attempt -> {
                    throw new IOException("429");
                }))
                .isEqualTo(1);
        assertThat(time.now()).isEqualTo(before);

        Failed<Object> paused = failed(door.call(() -> "let in"));
        assertThat(paused.classification().code()).isEqualTo("SERVICE_PAUSED");
        assertThat(paused.classification().retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(paused.attempts()).isZero();
        assertThat(door.state().paused()).isTrue();
        time.advance(Duration.ofSeconds(30));
        assertThat(door.call(() -> "let in")).isEqualTo(new Completed<>("let in"));
    }

    @Test
    void anOpenCircuitRefusesWithoutStackTraceAndIsNotRetried() {
        ExternalService door = opened();
        Failed<Object> refused = failed(door.call(CallPlan.repeatable(), attempt -> calls.incrementAndGet()));

        assertThat(calls).hasValue(0);
        assertThat(refused.attempts()).isZero();
        assertThat(refused.classification().failureClass()).isEqualTo(FailureClass.LOCALLY_REFUSED);
        assertThat(refused.classification().code()).isEqualTo("CIRCUIT_OPEN");
        assertThat(refused.classification().retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(new ServiceFailedException(refused).getStackTrace()).isEmpty();
        assertThat(door.opensIn()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aFailureThatOpensTheCircuitIsAnsweredItselfForItMayHaveBeenCarriedOut() {
        ExternalService door =
                door().breaker(BreakerSettings.withDefaults().withWindow(1, 1)).build();
        Failed<Object> failed = failed(door.call(CallPlan.repeatable(), attempt -> {
            calls.incrementAndGet();
            throw new IOException("reset");
        }));
        assertThat(calls).hasValue(1);
        assertThat(door.state().breaker()).isEqualTo(BreakerState.OPEN);
        assertThat(failed.classification().failureClass()).isEqualTo(FailureClass.NO_CERTAIN_ANSWER);
    }

    @Test
    void theBulkheadRefusesWhatIsOneTooManyAndTheBreakerDoesNotMind() {
        ExternalService door = door().maxConcurrent(1).build();
        Outcome<Failed<String>> outer = door.call(() -> failed(door.call(() -> "too many")));

        Failed<String> refused = outer.orThrow();
        assertThat(refused.classification().code()).isEqualTo("BULKHEAD_FULL");
        assertThat(refused.classification().retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(door.state().recentCalls()).isOne();
        assertThat(door.state().inFlight()).isZero();
    }

    @Test
    void theEarlierDeadlineHolds() {
        ExternalService door = door().timeout(Duration.ofSeconds(10)).build();
        try (CallScope scope = CallScope.open(Deadline.in(Duration.ofSeconds(1), time), 1)) {
            assertThat(door.call(CallPlan.once(), attempt -> attempt.remaining())
                            .orThrow())
                    .isEqualTo(Duration.ofSeconds(1));
        }
        assertThat(door.call(CallPlan.once(), attempt -> attempt.remaining()).orThrow())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void withTooLittleTimeLeftNothingIsBegun() {
        ExternalService door = door().build();
        try (CallScope scope = CallScope.open(Deadline.in(Duration.ofMillis(9), time), 1)) {
            Failed<Integer> failed = failed(door.call(calls::incrementAndGet));
            assertThat(failed.classification().code()).isEqualTo("DEADLINE_EXCEEDED");
            assertThat(failed.classification().status()).isEqualTo(504);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void theServiceIsToldTheTimeThatIsLeftAndTheNumberOfARepeatedAttempt() {
        List<String> sent = new ArrayList<>();
        attempts(
                door().retry(RetrySettings.withDefaults().withMaxAttempts(2)).build(),
                CallPlan.repeatable(),
                attempt -> {
                    attempt.inject((name, value) -> sent.add(name + ": " + value));
                    throw new IOException("reset");
                });
        assertThat(sent)
                .containsExactly("X-Request-Timeout-Ms: 3000", "X-Request-Timeout-Ms: 3000", "X-Request-Attempt: 2");
    }

    @Test
    void aResultThatIsNotHandedOnIsClosed() {
        List<AtomicBoolean> closed = new ArrayList<>();
        ExternalService door = door().classifyResult(result -> Classification.of(FailureClass.NO_CERTAIN_ANSWER))
                .build();
        Failed<AutoCloseable> failed = failed(door.call(CallPlan.repeatable(), attempt -> {
            AtomicBoolean flag = new AtomicBoolean();
            closed.add(flag);
            return () -> flag.set(true);
        }));
        assertThat(closed).extracting(AtomicBoolean::get).containsExactly(true, true, false);
        assertThat(failed.result()).isNotNull();
    }

    @Test
    void anErrorOfTheMachinePassesAndHoldsNothing() {
        ExternalService door = door().build();
        assertThatThrownBy(() -> door.call(() -> {
                    throw new OutOfMemoryError("made up");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(door.state().inFlight()).isZero();
    }

    @Test
    void anInterruptOfTheAppsOwnIsKeptAndEndsTheCall() {
        ExternalService door = door().build();
        Failed<Object> failed = failed(door.call(CallPlan.repeatable(), attempt -> {
            calls.incrementAndGet();
            throw new InterruptedException("shutting down");
        }));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls).hasValue(1);
        assertThat(failed.classification().failureClass()).isEqualTo(FailureClass.LOCALLY_REFUSED);
    }

    private ExternalService opened() {
        ExternalService door =
                door().breaker(BreakerSettings.withDefaults().withWindow(1, 1)).build();
        door.call(() -> {
            throw new IOException("reset");
        });
        return door;
    }

    private ExternalServiceBuilder door() {
        RandomGenerator hardlyAny = drawn::incrementAndGet;
        return ExternalService.named("stripe").time(time).telemetry(telemetry).random(hardlyAny);
    }

    private static String code(ExternalService door, CallPlan plan, Exception thrown) {
        return failed(door.call(plan, attempt -> {
                    throw thrown;
                }))
                .classification()
                .code();
    }

    private static int attempts(ExternalService door, CallPlan plan, AttemptWork<Object> work) {
        return failed(door.call(plan, work)).attempts();
    }

    private static <T> Failed<T> failed(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return (Failed<T>) outcome;
    }
}
