// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import dev.seaworthy.core.correlation.Propagation;
import dev.seaworthy.core.outbound.Completed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.attempt.AttemptWork;
import dev.seaworthy.core.outbound.deadline.CallScope;
import dev.seaworthy.core.outbound.flight.OwnThreads;
import dev.seaworthy.core.outbound.judge.Verdicts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The work on a thread of its own: the caller goes when the time is over, the permit goes when the work ends. */
final class IsolatedRun {

    private IsolatedRun() {}

    static <T extends @Nullable Object> Outcome<T> of(Landings landings, OneAttempt attempt, AttemptWork<T> work) {
        CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
        Thread worker = OwnThreads.unstarted(Propagation.wrap(inScope(() -> work(landings, attempt, work, answer))));
        attempt.interruptible((Runnable) () -> {
            worker.interrupt();
            answer.completeExceptionally(TimeIsOver.INSTANCE);
        });
        if (attempt.isStopped()) {
            // Its time was over before there was anything to interrupt.
            landings.endedAsync(attempt);
            return landings.abandoned(attempt, attempt.timedOut());
        }
        try {
            worker.start();
        } catch (Throwable noThread) {
            return landings.threw(attempt, noThread, landings.endedAsync(attempt));
        }
        return await(landings, attempt, answer);
    }

    private static <T extends @Nullable Object> Outcome<T> await(
            Landings landings, OneAttempt attempt, CompletableFuture<Outcome<T>> answer) {
        try {
            return answer.get();
        } catch (InterruptedException calledOff) {
            attempt.stop();
            Thread.currentThread().interrupt();
            return landings.abandoned(attempt, Verdicts.CALLED_OFF);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error machine) {
                throw machine;
            }
            return landings.abandoned(attempt, attempt.timedOut());
        }
    }

    private static <T extends @Nullable Object> void work(
            Landings landings, OneAttempt attempt, AttemptWork<T> work, CompletableFuture<Outcome<T>> answer) {
        if (attempt.isStopped()) {
            // An interrupt that came before the thread had started may be lost.
            Thread.currentThread().interrupt();
        }
        try {
            Outcome<T> outcome = landings.run(attempt, work);
            if (!answer.complete(outcome)) {
                landings.discard(outcome instanceof Completed<T> late ? late.value() : null);
            }
        } catch (Throwable machine) {
            answer.completeExceptionally(machine);
        }
    }

    private static Runnable inScope(Runnable work) {
        CallScope outer = CallScope.current();
        return () -> {
            try (CallScope scope = CallScope.openAs(outer)) {
                work.run();
            }
        };
    }

    /** Carries nothing: what happened is told by where it arrives. */
    private static final class TimeIsOver extends Exception {

        static final TimeIsOver INSTANCE = new TimeIsOver();

        private static final long serialVersionUID = 1L;

        private TimeIsOver() {
            super("time is over", null, false, false);
        }
    }
}
