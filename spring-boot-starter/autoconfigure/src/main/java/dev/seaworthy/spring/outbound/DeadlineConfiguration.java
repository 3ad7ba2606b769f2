// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.servlet.FilterOrder;
import dev.seaworthy.servlet.outbound.DeadlineFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Requests that say how long their caller waits. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(name = "jakarta.servlet.Filter")
@ConditionalOnProperty(
        name = {"seaworthy.outbound.enabled", "seaworthy.outbound.deadline.enabled"},
        matchIfMissing = true)
@EnableConfigurationProperties(DeadlineProperties.class)
final class DeadlineConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyDeadlineFilter")
    FilterRegistrationBean<DeadlineFilter> seaworthyDeadlineFilter(
            DeadlineProperties properties, TimeSource time, Telemetry telemetry) {
        FilterRegistrationBean<DeadlineFilter> registration =
                new FilterRegistrationBean<>(new DeadlineFilter(properties.settings(), time, telemetry));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        registration.setOrder(FilterOrder.DEADLINE.order());
        return registration;
    }
}
