// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import dev.seaworthy.core.correlation.Propagation;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.attempt.Attempt;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.deadline.CallScope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call whose work does not block: one attempt after the other, each begun when the one before is over. */
final class AsyncCall<T extends @Nullable Object> {

    private final GuardedDoor door;
    private final Setup setup;
    private final CallPlan plan;
    private final Function<? super Attempt, ? extends CompletionStage<T>> work;
    private final long deadline;
    private final @Nullable CallScope scope = CallScope.current();
    private final boolean callerRepeats = Retries.callerRepeats();
    private final CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
    private volatile Runnable step = () -> {};
    private final Runnable inContext = Propagation.wrap(() -> step.run());

    AsyncCall(
            GuardedDoor door,
            Setup setup,
            CallPlan plan,
            Function<? super Attempt, ? extends CompletionStage<T>> work,
            long deadline) {
        this.door = door;
        this.setup = setup;
        this.plan = plan;
        this.work = work;
        this.deadline = deadline;
    }

    CompletionStage<Outcome<T>> begin(long now) {
        OneAttempt first = new OneAttempt(door, setup, plan, 1, now, deadline);
        Failed<T> refused = door.board(first, now, deadline);
        if (refused != null) {
            return CompletableFuture.completedFuture(refused);
        }
        new Trial(first).start();
        return answer.minimalCompletionStage();
    }

    private void again(OneAttempt last, Failed<T> failed) {
        long now = door.nanoTime();
        OneAttempt next = new OneAttempt(door, setup, plan, last.number() + 1, now, deadline);
        next.follow(last);
        if (door.board(next, now, deadline) != null) {
            answer.complete(failed);
            return;
        }
        door.landings().discard(failed.result());
        try (CallScope around = CallScope.openAs(scope);
                CallScope repeated = CallScope.open(null, next.number())) {
            new Trial(next).start();
        }
    }

    private void over(OneAttempt attempt, Outcome<T> outcome) {
        if (outcome instanceof Failed<T> failed && !callerRepeats) {
            long wait = door.retries().waitNanos(attempt, failed.classification(), deadline, door.nanoTime());
            if (wait != Retries.NO) {
                step = () -> again(attempt, failed);
                CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS).execute(inContext);
                return;
            }
        }
        step = () -> answer.complete(outcome);
        inContext.run();
    }

    /** One attempt: it ends when its stage does; its caller need not wait for that once the time is over. */
    private final class Trial {

        private final OneAttempt attempt;
        private final AtomicBoolean told = new AtomicBoolean();
        private volatile @Nullable CompletionStage<T> stage;

        Trial(OneAttempt attempt) {
            this.attempt = attempt;
            attempt.interruptible((Runnable) () -> CompletableFuture.runAsync(this::cancel));
        }

        void start() {
            CompletionStage<T> begun;
            try {
                begun = work.apply(attempt);
            } catch (Throwable thrown) {
                ended(null, thrown);
                return;
            }
            stage = begun;
            begun.whenComplete(this::ended);
            if (attempt.isStopped()) {
                cancel();
            }
        }

        private void ended(@Nullable T value, @Nullable Throwable thrown) {
            boolean stopped = door.landings().endedAsync(attempt);
            if (told.compareAndSet(false, true)) {
                over(attempt, outcome(value, thrown, stopped));
            } else {
                door.landings().discard(value);
            }
        }

        @SuppressWarnings("NullAway") // A stage that completed without an exception has a value of type T, null or not.
        private Outcome<T> outcome(@Nullable T value, @Nullable Throwable thrown, boolean stopped) {
            if (thrown == null) {
                return door.landings().returned(attempt, value, stopped);
            }
            Throwable cause =
                    thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
            return door.landings().threw(attempt, cause, stopped);
        }

        private void cancel() {
            CompletionStage<T> begun = stage;
            if (begun == null) {
                return;
            }
            try {
                begun.toCompletableFuture().cancel(true);
            } catch (UnsupportedOperationException uncancellable) {
                // Then it ends when it ends, and holds its permit until then.
            }
            if (told.compareAndSet(false, true)) {
                over(attempt, door.landings().abandoned(attempt, attempt.timedOut()));
            }
        }
    }
}
