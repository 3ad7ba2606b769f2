// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.outbound.Completed;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.attempt.AttemptWork;
import dev.seaworthy.core.outbound.breaker.Breaker;
import dev.seaworthy.core.outbound.door.DoorChange;
import dev.seaworthy.core.outbound.flight.Flights;
import dev.seaworthy.core.outbound.judge.Judge;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an attempt comes to: its permit is given back, the breaker learns of it, it is counted. */
final class Landings {

    /** Even a call whose time was over means these: the service said so, or surely never heard of it. */
    private static final Set<FailureClass> SAID_ALL_THE_SAME = EnumSet.of(
            FailureClass.BUSINESS_REFUSAL,
            FailureClass.UPSTREAM_REFUSED,
            FailureClass.UPSTREAM_THROTTLED,
            FailureClass.NOT_SENT);

    private final String service;
    private final TimeSource time;
    private final Judge judge;
    private final Breaker breaker;
    private final Flights flights;
    private final Events events;
    private final Telemetry.Counter completed;
    private final Telemetry.Counter failed;
    private final Telemetry.Counter refused;
    private final Telemetry.Counter timedOut;
    private final Telemetry.Counter retried;

    Landings(Parts parts, Breaker breaker, Flights flights, Events events) {
        this.service = parts.name();
        this.time = parts.time();
        this.judge = new Judge(parts.name(), parts.failures(), parts.results(), parts.telemetry());
        this.breaker = breaker;
        this.flights = flights;
        this.events = events;
        this.completed = events.counter("completed");
        this.failed = events.counter("failed");
        this.refused = events.counter("refused");
        this.timedOut = events.counter("timed_out");
        this.retried = events.counter("retried");
    }

    /** Does the work on this thread. */
    <T extends @Nullable Object> Outcome<T> run(OneAttempt attempt, AttemptWork<T> work) {
        if (attempt.number() > 1) {
            retried.increment();
        }
        T value;
        try {
            value = work.run(attempt);
        } catch (Throwable thrown) {
            return threw(attempt, thrown, ended(attempt));
        }
        return returned(attempt, value, ended(attempt));
    }

    /** The work is over, on this thread or on none: nothing of its interruption stays here. */
    private boolean ended(OneAttempt attempt) {
        boolean stopped = attempt.end();
        if (stopped) {
            Thread.interrupted();
        }
        flights.land(attempt);
        return stopped;
    }

    /** As {@link #ended} where no thread was interrupted. */
    boolean endedAsync(OneAttempt attempt) {
        boolean stopped = attempt.end();
        flights.land(attempt);
        return stopped;
    }

    <T extends @Nullable Object> Outcome<T> returned(OneAttempt attempt, T value, boolean stopped) {
        long nanos = time.nanoTime() - attempt.startNanos();
        Classification found = judge.result(attempt.plan(), value);
        if (found != null) {
            return failed(attempt, found, nanos, null, value);
        }
        if (attempt.claimReport()) {
            breaker.succeeded(attempt.lease(), nanos);
        }
        if (stopped) {
            timedOut.increment();
        }
        completed.increment();
        return new Completed<>(value);
    }

    <T extends @Nullable Object> Outcome<T> threw(OneAttempt attempt, Throwable thrown, boolean stopped) {
        long nanos = time.nanoTime() - attempt.startNanos();
        if (thrown instanceof VirtualMachineError machine && !(machine instanceof StackOverflowError)) {
            if (attempt.claimReport()) {
                breaker.neutral(attempt.lease());
            }
            throw machine;
        }
        if (thrown instanceof InterruptedException && !stopped) {
            Thread.currentThread().interrupt();
        }
        Classification found = judge.failure(attempt.plan(), thrown);
        if (stopped) {
            timedOut.increment();
            found = SAID_ALL_THE_SAME.contains(found.failureClass()) ? found : attempt.timedOut();
        }
        return failed(attempt, found, nanos, thrown, null);
    }

    /** The time is over and nobody waits any longer; the work goes on, and keeps its permit. */
    <T extends @Nullable Object> Failed<T> abandoned(OneAttempt attempt, Classification found) {
        timedOut.increment();
        return failed(attempt, found, time.nanoTime() - attempt.startNanos(), null, null);
    }

    Failed<?> refused(Failed<?> refusal) {
        refused.increment();
        return refusal;
    }

    /** Nobody will read it: what it holds open would stay open. */
    void discard(@Nullable Object result) {
        if (result instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception unwilling) {
                // There will be another answer; this one has nothing more to say.
            }
        }
    }

    private <T extends @Nullable Object> Failed<T> failed(
            OneAttempt attempt, Classification found, long nanos, @Nullable Throwable thrown, @Nullable Object result) {
        report(attempt, found, nanos);
        failed.increment();
        return new Failed<>(service, found, attempt.number(), thrown, result);
    }

    private void report(OneAttempt attempt, Classification found, long nanos) {
        FailureClass.Breaker means = found.failureClass().breaker();
        if (attempt.claimReport()) {
            switch (means) {
                case SUCCESS -> breaker.succeeded(attempt.lease(), nanos);
                case FAILURE -> breaker.failed(attempt.lease(), nanos);
                case NEUTRAL, NOT_CONSULTED, PAUSE -> breaker.neutral(attempt.lease());
            }
        }
        Duration wait = found.retryAfter();
        if (means == FailureClass.Breaker.PAUSE && wait != null && breaker.pause(wait)) {
            events.tell(DoorChange.PAUSED, breaker.pausedForNanos(time.nanoTime()), "");
        }
    }
}
