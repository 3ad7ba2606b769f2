// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.correlation;

import dev.seaworthy.core.correlation.CorrelationResolver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/**
 * {@code @Scheduled} methods, on whichever scheduler the app runs them. A decorator alone would miss those with a fixed
 * delay on virtual threads: Spring does not decorate them. Comes last, to wrap the scheduler that the app has chosen.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.correlation.enabled", matchIfMissing = true)
@ConditionalOnClass(name = "org.springframework.scheduling.annotation.SchedulingConfigurer")
final class ScheduledWorkConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "seaworthyScheduledWork")
    SchedulingConfigurer seaworthyScheduledWork(ObjectProvider<CorrelationResolver> resolver) {
        return registrar -> {
            TaskScheduler chosen = registrar.getScheduler();
            if (chosen != null) {
                registrar.setTaskScheduler(new ScheduledWork(chosen, resolver::getObject));
            }
        };
    }
}
