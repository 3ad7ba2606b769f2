// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import dev.seaworthy.core.outbound.Completed;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous call whose caller may lose interest: cancelling the future that it got cancels the attempt under way, and
 * no other one begins.
 *
 * @param <R> the client's type of an answer
 */
public final class CancellableCall<R> {

    private volatile @Nullable CompletableFuture<R> underWay;
    private volatile boolean cancelled;

    /** Nothing under way yet. */
    public CancellableCall() {}

    /** Begins an attempt, unless nobody waits for it any more. */
    public CompletableFuture<R> begin(Supplier<CompletableFuture<R>> attempt) {
        if (cancelled) {
            return CompletableFuture.failedFuture(new CancellationException("nobody waits for it any more"));
        }
        CompletableFuture<R> begun = attempt.get();
        underWay = begun;
        if (cancelled) {
            begun.cancel(true);
        }
        return begun;
    }

    /**
     * The future for the caller: the answer, an error answer too, or what {@link HttpExchanges#answer} would throw.
     *
     * @param type the client's type of an answer; one that nothing is of, where error answers are not the caller's to read
     */
    public CompletableFuture<R> answer(CompletionStage<Outcome<R>> outcome, Class<?> type) {
        CompletableFuture<R> answer = new CompletableFuture<>();
        outcome.whenComplete((known, bug) -> complete(answer, known, bug, type));
        answer.whenComplete((known, failure) -> {
            if (answer.isCancelled()) {
                cancel();
            }
        });
        return answer;
    }

    private void cancel() {
        cancelled = true;
        CompletableFuture<R> begun = underWay;
        if (begun != null) {
            begun.cancel(true);
        }
    }

    private static <R> void complete(
            CompletableFuture<R> answer, @Nullable Outcome<R> outcome, @Nullable Throwable bug, Class<?> type) {
        if (outcome instanceof Completed<R> completed) {
            answer.complete(completed.value());
        } else if (outcome instanceof Failed<R> failed) {
            R error = HttpExchanges.errorAnswer(failed, type);
            if (error == null) {
                answer.completeExceptionally(HttpExchanges.failure(failed));
            } else {
                answer.complete(error);
            }
        } else if (bug != null) {
            answer.completeExceptionally(bug);
        }
    }
}
