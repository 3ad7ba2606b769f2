// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.guard;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.client.CancellableCall;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import reactor.core.publisher.Mono;

/** Methods that answer a {@code Mono}: every subscription is a call of its own. Loaded only where Reactor is. */
final class MonoAttempts {

    private MonoAttempts() {}

    static Mono<?> whenSubscribed(ExternalService door, CallPlan plan, ProxyMethodInvocation method) {
        return Mono.deferContextual(context -> {
            CancellableCall<@Nullable Object> call = new CancellableCall<>();
            return Mono.fromFuture(call.answer(
                    door.callAsync(
                            plan,
                            attempt -> call.begin(
                                    () -> mono(method).contextWrite(context).toFuture())),
                    Void.class));
        });
    }

    @SuppressWarnings("unchecked") // Only read.
    private static Mono<Object> mono(ProxyMethodInvocation method) {
        try {
            Object mono = Attempts.proceed(method);
            return mono == null ? Mono.empty() : (Mono<Object>) mono;
        } catch (Exception failed) {
            return Mono.error(failed);
        }
    }
}
