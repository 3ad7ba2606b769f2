// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks;

import dev.failsafe.Bulkhead;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.breaker.BreakerMode;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.Callable;
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

/** A call that succeeds, and a call that an open circuit refuses: ours beside Resilience4j's decorators and Failsafe. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OutboundBenchmark {

    private final String answer = "paid";
    private final Callable<String> work = () -> answer;

    private final ExternalService door = ExternalService.named("stripe").build();
    private final ExternalService shut = shut();

    private final Callable<String> resilience4j = resilience4j(CircuitBreaker.ofDefaults("stripe"));
    private final Callable<String> resilience4jShut = resilience4j(opened());

    private final FailsafeExecutor<String> failsafe =
            Failsafe.with(RetryPolicy.ofDefaults(), dev.failsafe.CircuitBreaker.ofDefaults(), Bulkhead.of(64));
    private final FailsafeExecutor<String> failsafeWithTimeout = Failsafe.with(
            RetryPolicy.ofDefaults(),
            dev.failsafe.CircuitBreaker.ofDefaults(),
            Bulkhead.of(64),
            dev.failsafe.Timeout.<String>builder(Duration.ofSeconds(3))
                    .withInterrupt()
                    .build());

    /** Deadline, retry, breaker, bulkhead and attempt timeout: the door has no setting without the last. */
    @Benchmark
    public Outcome<String> seaworthy() {
        return door.call(work);
    }

    /** Retry, breaker and bulkhead; no deadline, no timeout. */
    @Benchmark
    public String resilience4j() throws Exception {
        return resilience4j.call();
    }

    /** Retry, breaker and bulkhead; no deadline, no timeout. */
    @Benchmark
    public String failsafe() {
        return failsafe.get(work::call);
    }

    /** Retry, breaker, bulkhead and attempt timeout. */
    @Benchmark
    public String failsafeWithTimeout() {
        return failsafeWithTimeout.get(work::call);
    }

    @Benchmark
    public String bare() throws Exception {
        return work.call();
    }

    @Benchmark
    public Outcome<String> seaworthyRefusal() {
        return shut.call(work);
    }

    @Benchmark
    public String resilience4jRefusal() throws Exception {
        try {
            return resilience4jShut.call();
        } catch (CallNotPermittedException refused) {
            return refused.getCausingCircuitBreakerName();
        }
    }

    private static ExternalService shut() {
        ExternalService shut = ExternalService.named("stripe").build();
        shut.mode(BreakerMode.FORCED_OPEN);
        return shut;
    }

    private static CircuitBreaker opened() {
        CircuitBreaker breaker = CircuitBreaker.of(
                "stripe",
                CircuitBreakerConfig.custom().writableStackTraceEnabled(false).build());
        breaker.transitionToForcedOpenState();
        return breaker;
    }

    private Callable<String> resilience4j(CircuitBreaker breaker) {
        io.github.resilience4j.bulkhead.Bulkhead bulkhead = io.github.resilience4j.bulkhead.Bulkhead.of(
                "stripe", BulkheadConfig.custom().maxConcurrentCalls(64).build());
        Retry retry = Retry.of(
                "stripe",
                RetryConfig.custom()
                        .ignoreExceptions(CallNotPermittedException.class)
                        .build());
        return Retry.decorateCallable(
                retry,
                CircuitBreaker.decorateCallable(
                        breaker, io.github.resilience4j.bulkhead.Bulkhead.decorateCallable(bulkhead, work)));
    }
}
