// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.validation;

import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.core.validation.budget.BodyRefusedException;
import dev.seaworthy.core.validation.budget.RequestBudget;
import dev.seaworthy.servlet.FilterOrder;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.servlet.validation.BudgetFilter;
import dev.seaworthy.spring.error.ErrorAutoConfiguration;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Room {@code validation}: requests are kept within a budget. Needs room {@code error}, which words the refusals. */
@AutoConfiguration(after = ErrorAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "jakarta.servlet.Filter")
@EnableConfigurationProperties(RequestBudgetProperties.class)
public final class RequestBudgetAutoConfiguration {

    RequestBudgetAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    RequestBudget seaworthyRequestBudget(RequestBudgetProperties properties, Environment environment) {
        return properties.budget(environment);
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyValidationReporter")
    Reporter seaworthyValidationReporter(RequestBudget budget, RequestBudgetProperties properties) {
        return () -> budget.report(properties.enabled());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean({ErrorDesk.class, ProblemWriter.class})
    @ConditionalOnProperty(name = "seaworthy.validation.enabled", matchIfMissing = true)
    static final class Filtering {

        @Bean
        @ConditionalOnMissingBean(name = "seaworthyBodyRule")
        FailureRule seaworthyBodyRule() {
            return BodyRefusedException.RULE;
        }

        @Bean
        @ConditionalOnMissingBean(name = "seaworthyBudgetFilter")
        FilterRegistrationBean<BudgetFilter> seaworthyBudgetFilter(
                RequestBudget budget, ErrorDesk desk, ProblemWriter writer, TimeSource time, Telemetry telemetry) {
            FilterRegistrationBean<BudgetFilter> registration =
                    new FilterRegistrationBean<>(new BudgetFilter(budget, desk, writer, time, telemetry));
            registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
            registration.setOrder(FilterOrder.VALIDATION.order());
            return registration;
        }
    }
}
