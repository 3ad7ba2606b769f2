// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit.method;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.spring.ratelimit.RateLimited;
import dev.seaworthy.spring.ratelimit.policy.RuleBook;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/** Puts a limit around the beans that ask for one, and checks, once all are there, that the policies they name exist. */
public final class RateLimitedBeans extends AbstractBeanFactoryAwareAdvisingPostProcessor
        implements SmartInitializingSingleton {

    private static final long serialVersionUID = 1L;

    private final transient ObjectProvider<RuleBook> rules;
    private final Set<String> named = new ConcurrentSkipListSet<>();

    RateLimitedBeans(ObjectProvider<RuleBook> rules, ObjectProvider<ClientResolver> clients) {
        this.rules = rules;
        setProxyTargetClass(true);
        setBeforeExistingAdvisors(true);
        this.advisor = new DefaultPointcutAdvisor(
                new ComposablePointcut(AnnotationMatchingPointcut.forMethodAnnotation(RateLimited.class))
                        .union(new AnnotationMatchingPointcut(RateLimited.class, true)),
                new RateLimitedCall(rules, clients));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        Class<?> type = AopUtils.getTargetClass(bean);
        if (AnnotationUtils.isCandidateClass(type, RateLimited.class)) {
            note(AnnotatedElementUtils.findMergedAnnotation(type, RateLimited.class));
            ReflectionUtils.doWithMethods(type, this::note, method -> method.isAnnotationPresent(RateLimited.class));
        }
        return super.postProcessAfterInitialization(bean, beanName);
    }

    @Override
    public void afterSingletonsInstantiated() {
        RuleBook book = rules.getIfAvailable();
        if (book != null) {
            named.forEach(book::get);
        }
    }

    /** What is named anywhere. */
    public Set<String> named() {
        return new TreeSet<>(named);
    }

    private void note(Method method) {
        note(AnnotatedElementUtils.findMergedAnnotation(method, RateLimited.class));
    }

    private void note(@Nullable RateLimited limited) {
        if (limited != null) {
            named.add(limited.value());
        }
    }
}
