// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound;

import dev.seaworthy.core.outbound.attempt.Attempt;
import dev.seaworthy.core.outbound.attempt.AttemptWork;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.outbound.door.DoorListener;
import dev.seaworthy.core.outbound.door.DoorState;
import dev.seaworthy.core.outbound.door.ExternalServiceBuilder;
import dev.seaworthy.core.outbound.door.OutboundSettings;
import dev.seaworthy.core.outbound.http.HttpAnswers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The guarded door to one external service. Keep one for each service, never one for each URL or user: its breaker, its
 * permits and its retry budget are what the calls share. Thread-safe.
 *
 * <p>Calls never throw what the work throws: it is in the {@link Failed}. Only an {@link Error} of the machine itself (out
 * of memory, for example) passes.
 */
public interface ExternalService {

    /**
     * Sets up a door.
     *
     * @param name lower-case letters, digits and {@code -}, at most 63 characters: {@code stripe}
     */
    static ExternalServiceBuilder named(String name) {
        return new ExternalServiceBuilder(name);
    }

    /** Calls once or more, as {@link CallPlan#once()} says: only what surely was not sent is tried again. */
    <T extends @Nullable Object> Outcome<T> call(Callable<T> work);

    /**
     * Calls once or more. Runs on this thread, unless the door is isolated. When the time of an attempt is over, the thread
     * is interrupted; work that ignores this holds its caller and its permit until it ends. An answer that comes all the
     * same is an answer. No interrupt of ours is left on the thread when this returns.
     */
    <T extends @Nullable Object> Outcome<T> call(CallPlan plan, AttemptWork<T> work);

    /** As {@link #call(Callable)} for work that does not block. */
    <T extends @Nullable Object> CompletionStage<Outcome<T>> callAsync(Supplier<? extends CompletionStage<T>> work);

    /**
     * As {@link #call(CallPlan, AttemptWork)} for work that does not block. The permit is held until the stage completes; when
     * the time of an attempt is over, the stage is cancelled. The stage answered never completes exceptionally. What depends
     * on it runs with the correlation and MDC of this thread, as far as it did not choose an executor.
     */
    <T extends @Nullable Object> CompletionStage<Outcome<T>> callAsync(
            CallPlan plan, Function<? super Attempt, ? extends CompletionStage<T>> work);

    /** The name. */
    String name();

    /** What is in force. */
    OutboundSettings settings();

    /** How it is doing. A snapshot. */
    DoorState state();

    /**
     * How long the door stays shut: zero when a call would be let out now, as a probe where the circuit is half-open. A call
     * may be refused all the same, when others were quicker.
     */
    Duration opensIn();

    /**
     * Puts other settings in force, for the calls that begin afterwards. State, open time, pause and permits stay; the window
     * of the breaker starts anew, which is logged and told to listeners.
     */
    void reconfigure(OutboundSettings settings);

    /** Takes the breaker out of its own hands, or gives it back with {@link BreakerMode#AUTOMATIC}. */
    void mode(BreakerMode mode);

    /** Tells of every change from now on. A listener that throws is logged once, counted, and hurts no call. */
    void listen(DoorListener listener);

    /** What HTTP statuses of this service mean, its business refusals included. */
    HttpAnswers answers();
}
