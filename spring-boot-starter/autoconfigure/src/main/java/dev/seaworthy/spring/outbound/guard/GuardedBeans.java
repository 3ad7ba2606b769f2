// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.guard;

import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.spring.outbound.BadService;
import dev.seaworthy.spring.outbound.Guarded;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Puts a proxy around beans with {@link Guarded} methods, as Spring itself does for {@code @Async}: with spring-aop, which
 * every context brings, and without AspectJ. The door runs outermost, around transactions and caches that are already there.
 */
public final class GuardedBeans extends AbstractBeanFactoryAwareAdvisingPostProcessor
        implements SmartInitializingSingleton {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<ExternalServices> services;
    private final transient Queue<GuardedMethod> unchecked = new ConcurrentLinkedQueue<>();
    private volatile boolean started;

    /** The services are asked for no sooner than all singletons are there: a post-processor must not create beans. */
    public GuardedBeans(Supplier<ExternalServices> services) {
        this.services = services;
        this.advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(Guarded.class), new GuardedCalls(services));
        setBeforeExistingAdvisors(true);
        setProxyTargetClass(true);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        Class<?> type = AopUtils.getTargetClass(bean);
        if (AnnotationUtils.isCandidateClass(type, Guarded.class)) {
            Map<Method, Guarded> methods =
                    MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<Guarded>)
                            method -> AnnotatedElementUtils.findMergedAnnotation(method, Guarded.class));
            methods.forEach((method, guarded) -> found(GuardedMethod.of(method, guarded)));
        }
        return super.postProcessAfterInitialization(bean, name);
    }

    @Override
    public void afterSingletonsInstantiated() {
        started = true;
        for (GuardedMethod next = unchecked.poll(); next != null; next = unchecked.poll()) {
            check(next);
        }
    }

    private void found(GuardedMethod method) {
        if (started) {
            check(method);
        } else {
            unchecked.add(method);
        }
    }

    private void check(GuardedMethod method) {
        ExternalServices known = services.get();
        if (known.find(method.service()).isEmpty()) {
            throw new BadService(
                    method.place() + " names no external service; known are "
                            + known.all().stream().map(door -> door.name()).toList(),
                    "Correct the name, or set a property of it, for example seaworthy.outbound." + method.service()
                            + ".timeout=5s.");
        }
    }
}
