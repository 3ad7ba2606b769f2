// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit.method;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.http.Refusals;
import dev.seaworthy.servlet.client.CallerAddress;
import dev.seaworthy.servlet.ratelimit.LimitRule;
import dev.seaworthy.spring.ratelimit.RateLimited;
import dev.seaworthy.spring.ratelimit.policy.RuleBook;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Takes the tokens before the method runs. */
final class RateLimitedCall implements MethodInterceptor {

    private final ObjectProvider<RuleBook> rules;
    private final ObjectProvider<ClientResolver> clients;
    private final Refusals refusals = new Refusals();
    private final Map<Method, String> policies = new ConcurrentHashMap<>();

    RateLimitedCall(ObjectProvider<RuleBook> rules, ObjectProvider<ClientResolver> clients) {
        this.rules = rules;
        this.clients = clients;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        Object target = call.getThis();
        Class<?> type = target == null ? call.getMethod().getDeclaringClass() : AopUtils.getTargetClass(target);
        Method method = AopUtils.getMostSpecificMethod(call.getMethod(), type);
        LimitRule rule = rules.getObject().get(policies.computeIfAbsent(method, known -> policy(known, type)));
        LimitKey key = key(rule);
        if (key != null && rule.limiter().tryAcquire(key, rule.cost()) instanceof Refused refused) {
            throw new ProblemException(
                    refusals.classify(refused, refusals.retryAfterSeconds(refused)),
                    "rate limit policy '" + refused.policy().name() + "' refused a call of " + method.getName());
        }
        return call.proceed();
    }

    private @Nullable LimitKey key(LimitRule rule) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served) {
            HttpServletRequest request = served.getRequest();
            return rule.key()
                    .key(request, CallerAddress.of(request, clients.getObject()).client());
        }
        return LimitKey.everybody();
    }

    private static String policy(Method method, Class<?> type) {
        RateLimited limited = AnnotatedElementUtils.findMergedAnnotation(method, RateLimited.class);
        RateLimited known =
                limited != null ? limited : AnnotatedElementUtils.findMergedAnnotation(type, RateLimited.class);
        if (known == null) {
            throw new IllegalStateException("method has no @RateLimited, got '" + method + "'; this is a bug of ours");
        }
        return known.value();
    }
}
