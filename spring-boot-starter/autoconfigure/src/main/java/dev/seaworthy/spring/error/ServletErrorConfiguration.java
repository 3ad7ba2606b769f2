// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.servlet.FilterOrder;
import dev.seaworthy.servlet.error.ErrorFilter;
import dev.seaworthy.servlet.error.ErrorPageOwner;
import dev.seaworthy.servlet.error.FailureObserver;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.servlet.error.ResponseDecorator;
import dev.seaworthy.spring.error.mock.MockMvcFailures;
import dev.seaworthy.spring.error.mock.MockMvcFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The part of a servlet app. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.error.enabled", matchIfMissing = true)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "jakarta.servlet.Filter")
@Import(ContainerPageConfiguration.class)
final class ServletErrorConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ProblemWriter seaworthyProblemWriter(ObjectProvider<ResponseDecorator> decorators, Telemetry telemetry) {
        return new ProblemWriter(decorators.orderedStream().toList(), telemetry);
    }

    @Bean
    @ConditionalOnMissingBean
    FailureObserver seaworthyFailureObserver() {
        return new ObservedFailures();
    }

    @Bean
    @ConditionalOnMissingBean
    ErrorPageOwner seaworthyErrorPageOwner() {
        return ErrorPageOwner.NONE;
    }

    @Bean
    MockMvcFailures seaworthyMockMvcFailures(ErrorProperties properties, ObjectProvider<FailureRule> appRules) {
        return new MockMvcFailures(
                properties.mockMvc(), appRules.orderedStream().toList());
    }

    // No bean where it has a stand-in, or Boot would register it a second time.
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty(name = "seaworthy.error.mock-mvc", havingValue = "answer", matchIfMissing = true)
    ErrorFilter seaworthyErrorFilter(
            ErrorDesk desk, ProblemWriter writer, ErrorPageOwner owner, FailureObserver observer) {
        return new ErrorFilter(desk, writer, owner, observer);
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyErrorFilterRegistration")
    FilterRegistrationBean<Filter> seaworthyErrorFilterRegistration(
            ObjectProvider<ErrorFilter> answering,
            ErrorDesk desk,
            ProblemWriter writer,
            ErrorPageOwner owner,
            FailureObserver observer,
            MockMvcFailures mockMvc) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>();
        ErrorFilter filter = answering.getIfAvailable();
        registration.setFilter(
                filter != null ? filter : new MockMvcFilter(new ErrorFilter(desk, writer, owner, observer), mockMvc));
        registration.setOrder(FilterOrder.ERROR.order());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }
}
