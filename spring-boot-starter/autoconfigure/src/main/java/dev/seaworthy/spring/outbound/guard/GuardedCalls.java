// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.guard;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.spring.outbound.Guarded;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Sends the calls of guarded methods through their doors. */
final class GuardedCalls implements MethodInterceptor {

    private final Supplier<ExternalServices> services;
    private final Map<Method, Guarding> known = new ConcurrentHashMap<>();

    GuardedCalls(Supplier<ExternalServices> services) {
        this.services = services;
    }

    private record Guarding(ExternalService door, CallPlan plan, GuardedMethod.Kind kind) {}

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Object target = invocation.getThis();
        Method method = target == null
                ? invocation.getMethod()
                : AopUtils.getMostSpecificMethod(invocation.getMethod(), target.getClass());
        Guarding guarding = known.computeIfAbsent(method, this::guarding);
        ProxyMethodInvocation original = (ProxyMethodInvocation) invocation;
        return switch (guarding.kind()) {
            case AT_ONCE -> Attempts.atOnce(guarding.door(), guarding.plan(), original);
            case STAGE -> Attempts.later(guarding.door(), guarding.plan(), original);
            case MONO -> MonoAttempts.whenSubscribed(guarding.door(), guarding.plan(), original);
        };
    }

    private Guarding guarding(Method method) {
        Guarded guarded = AnnotatedElementUtils.findMergedAnnotation(method, Guarded.class);
        if (guarded == null) {
            throw new IllegalStateException("method " + method + " was proxied but has no @Guarded; report this");
        }
        GuardedMethod checked = GuardedMethod.of(method, guarded);
        return new Guarding(
                services.get().require(checked.service()),
                checked.idempotent() ? CallPlan.repeatable() : CallPlan.once(),
                checked.kind());
    }
}
