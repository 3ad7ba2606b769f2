// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.guard;

import dev.seaworthy.core.outbound.Completed;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.client.CancellableCall;
import dev.seaworthy.core.outbound.client.HttpExchanges;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;

/** Runs a method once for each attempt: an invocation can proceed only once, so each attempt gets its own. */
final class Attempts {

    private Attempts() {}

    static @Nullable Object atOnce(ExternalService door, CallPlan plan, ProxyMethodInvocation method) throws Throwable {
        Outcome<@Nullable Object> outcome = door.call(plan, attempt -> proceed(method));
        if (outcome instanceof Completed<@Nullable Object> completed) {
            return completed.value();
        }
        throw HttpExchanges.failure((Failed<?>) outcome);
    }

    static CompletableFuture<@Nullable Object> later(
            ExternalService door, CallPlan plan, ProxyMethodInvocation method) {
        CancellableCall<@Nullable Object> call = new CancellableCall<>();
        return call.answer(door.callAsync(plan, attempt -> call.begin(() -> stage(method))), Void.class);
    }

    @SuppressWarnings("unchecked") // Only read.
    private static CompletableFuture<@Nullable Object> stage(ProxyMethodInvocation method) {
        try {
            Object stage = proceed(method);
            return stage == null
                    ? CompletableFuture.completedFuture(null)
                    : ((CompletionStage<@Nullable Object>) stage).toCompletableFuture();
        } catch (Exception failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    static @Nullable Object proceed(ProxyMethodInvocation method) throws Exception {
        try {
            return method.invocableClone().proceed();
        } catch (Exception | Error known) {
            throw known;
        } catch (Throwable other) {
            throw new IllegalStateException("method threw what is neither exception nor error", other);
        }
    }
}
