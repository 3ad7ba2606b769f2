// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.correlation;

import dev.seaworthy.core.correlation.CorrelationResolver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.task.SimpleAsyncTaskExecutorCustomizer;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskDecorator;

/**
 * The executors and schedulers that Boot builds, on platform or virtual threads. Ours is not a {@code TaskDecorator} bean:
 * beside the app's own one, Boot 3.5 would use neither. The customizers come first, so that a decorator that the app sets
 * in its own customizer wins.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.correlation.enabled", matchIfMissing = true)
final class CarryingExecutorsConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CarryingDecorator.Factory seaworthyCarryingDecorators(
            CorrelationResolver resolver, ObjectProvider<TaskDecorator> ofApp) {
        return () -> new CarryingDecorator(resolver, CarryingDecorator.asBootApplies(ofApp));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "seaworthyTaskExecutorCustomizer")
    ThreadPoolTaskExecutorCustomizer seaworthyTaskExecutorCustomizer(CarryingDecorator.Factory decorators) {
        return executor -> executor.setTaskDecorator(decorators.create());
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "seaworthySimpleTaskExecutorCustomizer")
    SimpleAsyncTaskExecutorCustomizer seaworthySimpleTaskExecutorCustomizer(CarryingDecorator.Factory decorators) {
        return executor -> executor.setTaskDecorator(decorators.create());
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "seaworthyTaskSchedulerCustomizer")
    ThreadPoolTaskSchedulerCustomizer seaworthyTaskSchedulerCustomizer(CarryingDecorator.Factory decorators) {
        return scheduler -> scheduler.setTaskDecorator(decorators.create());
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "seaworthySimpleTaskSchedulerCustomizer")
    SimpleAsyncTaskSchedulerCustomizer seaworthySimpleTaskSchedulerCustomizer(CarryingDecorator.Factory decorators) {
        return scheduler -> scheduler.setTaskDecorator(decorators.create());
    }
}
