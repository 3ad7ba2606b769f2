// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.attempt.Attempt;
import dev.seaworthy.core.outbound.attempt.AttemptWork;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.breaker.Breaker;
import dev.seaworthy.core.outbound.breaker.BreakerFigures;
import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.outbound.breaker.Period;
import dev.seaworthy.core.outbound.deadline.CallScope;
import dev.seaworthy.core.outbound.deadline.Deadline;
import dev.seaworthy.core.outbound.door.DoorChange;
import dev.seaworthy.core.outbound.door.DoorListener;
import dev.seaworthy.core.outbound.door.DoorState;
import dev.seaworthy.core.outbound.door.OutboundSettings;
import dev.seaworthy.core.outbound.flight.Flights;
import dev.seaworthy.core.outbound.flight.Watchdog;
import dev.seaworthy.core.outbound.http.HttpAnswers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door itself: runs every call through the same steps, in the order that the room's page prints. Thread-safe. */
public final class GuardedDoor implements ExternalService {

    private final Parts parts;
    private final Events events;
    private final Refusals refusals;
    private final Breaker breaker;
    private final Retries retries;
    private final Flights flights;
    private final Landings landings;
    private final Watchdog watchdog = Watchdog.shared();
    private volatile Setup setup;

    /** Opens it. */
    public GuardedDoor(Parts parts, OutboundSettings settings) {
        this.parts = parts;
        this.setup = Setup.of(settings, parts);
        this.events = new Events(parts);
        this.refusals = new Refusals(parts.name());
        this.breaker =
                new Breaker(settings.breaker(), settings.slowCall(), parts.time(), parts.random(), events::changed);
        this.retries = new Retries(breaker);
        this.flights = new Flights(settings.maxConcurrent(), parts.time());
        this.landings = new Landings(parts, breaker, flights, events);
        watchdog.watch(flights);
    }

    @Override
    public <T extends @Nullable Object> Outcome<T> call(Callable<T> work) {
        return call(CallPlan.once(), attempt -> work.call());
    }

    @Override
    public <T extends @Nullable Object> Outcome<T> call(CallPlan plan, AttemptWork<T> work) {
        Setup now = setup;
        long start = nanoTime();
        long deadline = deadline(now, start);
        now.budget().save();
        OneAttempt attempt = new OneAttempt(this, now, plan, 1, start, deadline);
        prepare(attempt);
        Failed<T> refused = board(attempt, start, deadline);
        if (refused != null) {
            return refused;
        }
        Outcome<T> first = run(attempt, work);
        return first instanceof Failed<T> failed ? again(attempt, work, failed, deadline) : first;
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<Outcome<T>> callAsync(
            Supplier<? extends CompletionStage<T>> work) {
        return callAsync(CallPlan.once(), attempt -> work.get());
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<Outcome<T>> callAsync(
            CallPlan plan, Function<? super Attempt, ? extends CompletionStage<T>> work) {
        Setup now = setup;
        long start = nanoTime();
        now.budget().save();
        return new AsyncCall<T>(this, now, plan, work, deadline(now, start)).begin(start);
    }

    @Override
    public String name() {
        return parts.name();
    }

    @Override
    public OutboundSettings settings() {
        return setup.settings();
    }

    @Override
    public DoorState state() {
        long now = nanoTime();
        BreakerFigures figures = breaker.figures();
        return new DoorState(
                breaker.state(),
                breaker.mode(),
                Duration.ofNanos(breaker.shutForNanos(now)),
                breaker.pausedForNanos(now) > 0,
                flights.underWay(),
                figures.calls(),
                figures.failureRate(),
                figures.slowRate());
    }

    @Override
    public Duration opensIn() {
        return Duration.ofNanos(breaker.shutForNanos(nanoTime()));
    }

    @Override
    public synchronized void reconfigure(OutboundSettings settings) {
        setup = Setup.of(settings, parts);
        flights.limit(settings.maxConcurrent());
        breaker.reconfigure(settings.breaker(), settings.slowCall());
        events.tell(DoorChange.RECONFIGURED, breaker.shutForNanos(nanoTime()), "");
    }

    @Override
    public void mode(BreakerMode mode) {
        breaker.mode(mode);
        events.tell(DoorChange.MODE_CHANGED, breaker.shutForNanos(nanoTime()), ", the breaker is " + mode);
    }

    @Override
    public void listen(DoorListener listener) {
        events.listen(listener);
    }

    @Override
    public HttpAnswers answers() {
        return setup.answers();
    }

    long nanoTime() {
        return parts.time().nanoTime();
    }

    String drawKey() {
        return OneAttempt.key(parts.random().nextLong(), parts.random().nextLong());
    }

    Landings landings() {
        return landings;
    }

    Retries retries() {
        return retries;
    }

    /** Stops and reports what is due, as the timer does; for those who move the clock by hand. */
    long check() {
        return flights.check();
    }

    /** Lets it out, or says why not. */
    @SuppressWarnings("unchecked") // A refusal holds no value, so it fits every call.
    <T extends @Nullable Object> @Nullable Failed<T> board(OneAttempt attempt, long now, long deadline) {
        if (deadline - now < attempt.setup().leastNanos()) {
            return (Failed<T>) landings.refused(refusals.tooLate());
        }
        Period lease = breaker.admit(now);
        if (lease == null) {
            return (Failed<T>)
                    landings.refused(refusals.shut(breaker.pausedForNanos(now) > 0, breaker.shutForNanos(now)));
        }
        attempt.lease(lease);
        if (!flights.board(attempt)) {
            breaker.neutral(lease);
            return (Failed<T>) landings.refused(refusals.full());
        }
        watchdog.expect(attempt.wakeAtNanos());
        return null;
    }

    /** It is under way for so long that the breaker should know. */
    void hung(OneAttempt attempt, long nanos, boolean timeIsOver) {
        if (timeIsOver && attempt.wasFair()) {
            breaker.failed(attempt.lease(), nanos);
        } else {
            breaker.succeeded(attempt.lease(), nanos);
        }
    }

    private long deadline(Setup now, long start) {
        long own = start + now.timeoutNanos();
        CallScope scope = CallScope.current();
        Deadline asked = scope == null ? null : scope.deadline();
        return asked == null ? own : start + Math.min(now.timeoutNanos(), asked.remainingNanos());
    }

    /** Before it boards: its time may be over at once. */
    private static void prepare(OneAttempt attempt) {
        if (!attempt.setup().settings().isolated()) {
            attempt.interruptible(Thread.currentThread());
        }
    }

    private <T extends @Nullable Object> Outcome<T> run(OneAttempt attempt, AttemptWork<T> work) {
        if (attempt.setup().settings().isolated()) {
            return IsolatedRun.of(landings, attempt, work);
        }
        return landings.run(attempt, work);
    }

    private <T extends @Nullable Object> Outcome<T> again(
            OneAttempt first, AttemptWork<T> work, Failed<T> failure, long deadline) {
        OneAttempt last = first;
        Failed<T> failed = failure;
        boolean callerRepeats = Retries.callerRepeats();
        while (!callerRepeats) {
            long wait = retries.waitNanos(last, failed.classification(), deadline, nanoTime());
            if (wait == Retries.NO || !slept(wait)) {
                break;
            }
            long now = nanoTime();
            OneAttempt next = new OneAttempt(this, last.setup(), last.plan(), last.number() + 1, now, deadline);
            next.follow(last);
            prepare(next);
            if (board(next, now, deadline) != null) {
                // The failure says more than the refusal: the call may have been carried out.
                break;
            }
            landings.discard(failed.result());
            Outcome<T> outcome;
            try (CallScope scope = CallScope.open(null, next.number())) {
                outcome = run(next, work);
            }
            if (!(outcome instanceof Failed<T> failedAgain)) {
                return outcome;
            }
            last = next;
            failed = failedAgain;
        }
        return failed;
    }

    private boolean slept(long nanos) {
        try {
            parts.time().sleep(Duration.ofNanos(nanos));
            return true;
        } catch (InterruptedException calledOff) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
