// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

import dev.seaworthy.core.time.TimeSource;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Resilience4j's state machine, by its permission API alone. The only class that knows the library. */
final class Machine {

    private static final Throwable FAILURE = new FailedCall();

    private final CircuitBreaker engine;

    Machine(BreakerSettings settings, Duration slowCall, TimeSource time, LongSupplier openMillis) {
        CircuitBreakerConfig.Builder config = CircuitBreakerConfig.custom()
                .clock(new MonotonicClock(time))
                .currentTimestampFunction(clock -> time.nanoTime(), TimeUnit.NANOSECONDS)
                .failureRateThreshold(settings.failureRate())
                .slowCallRateThreshold(settings.slowRate())
                // The engine takes a call for slow when it takes longer than this.
                .slowCallDurationThreshold(slowCall.minusNanos(1))
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .waitIntervalFunctionInOpenState(attempts -> openMillis.getAsLong())
                .ignoreException(failure -> false)
                .recordException(failure -> true)
                .writableStackTraceEnabled(false);
        Duration windowTime = settings.windowTime();
        if (windowTime == null) {
            config.slidingWindow(settings.windowCalls(), settings.minimumCalls(), SlidingWindowType.COUNT_BASED);
        } else {
            config.slidingWindow((int) windowTime.toSeconds(), settings.minimumCalls(), SlidingWindowType.TIME_BASED);
        }
        this.engine = CircuitBreaker.of("outbound", config.build());
    }

    BreakerState state() {
        return switch (engine.getState()) {
            case OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            default -> BreakerState.CLOSED;
        };
    }

    boolean tryAcquire() {
        return engine.tryAcquirePermission();
    }

    void release() {
        engine.releasePermission();
    }

    void succeeded(long nanos) {
        engine.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    void failed(long nanos) {
        engine.onError(nanos, TimeUnit.NANOSECONDS, FAILURE);
    }

    void open(Duration wait) {
        engine.transitionToOpenStateFor(wait);
    }

    /** From wherever it is: the engine itself knows no way from closed to half-open. */
    void halfOpen() {
        if (engine.getState() == CircuitBreaker.State.CLOSED) {
            engine.transitionToOpenState();
        }
        engine.transitionToHalfOpenState();
    }

    BreakerFigures figures() {
        CircuitBreaker.Metrics metrics = engine.getMetrics();
        return new BreakerFigures(
                metrics.getNumberOfBufferedCalls(), metrics.getFailureRate(), metrics.getSlowCallRate());
    }

    /** Stands for every failure: the engine only counts. */
    private static final class FailedCall extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FailedCall() {
            super("failed call", null, false, false);
        }
    }
}
