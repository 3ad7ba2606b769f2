// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.logging.request.RequestLog;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.servlet.FilterOrder;
import dev.seaworthy.servlet.logging.RequestEndListener;
import dev.seaworthy.servlet.logging.RequestLogFilter;
import dev.seaworthy.servlet.logging.UserContext;
import dev.seaworthy.servlet.logging.UserFilter;
import dev.seaworthy.spring.redact.RedactionOf;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The line of a request. A WebFlux app has none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        name = {"seaworthy.logging.enabled", "seaworthy.logging.request.enabled"},
        matchIfMissing = true)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "jakarta.servlet.Filter")
final class RequestLogConfiguration {

    @Bean
    @ConditionalOnMissingBean
    RequestLog seaworthyRequestLog(LoggingProperties properties, ObjectProvider<Telemetry> telemetry) {
        return new RequestLog(properties.request().settings(), telemetry.getIfAvailable(Telemetry::new));
    }

    @Bean
    @ConditionalOnMissingBean
    UserContext seaworthyUserContext() {
        return UserContext.PRINCIPAL;
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyRequestLogFilter")
    FilterRegistrationBean<RequestLogFilter> seaworthyRequestLogFilter(
            RequestLog log,
            ClientResolver clients,
            UserContext users,
            ObjectProvider<TimeSource> time,
            ObjectProvider<Telemetry> telemetry) {
        return registered(
                new RequestLogFilter(
                        log,
                        clients,
                        users,
                        time.getIfAvailable(TimeSource::system),
                        telemetry.getIfAvailable(Telemetry::new)),
                FilterOrder.LOGGING);
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyUserFilter")
    FilterRegistrationBean<UserFilter> seaworthyUserFilter(UserContext users, Environment environment) {
        return registered(
                new UserFilter(users, RedactionOf.environment(environment).hashKey()), FilterOrder.USER);
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyRequestEnd")
    ServletContextInitializer seaworthyRequestEnd() {
        return context -> context.addListener(new RequestEndListener());
    }

    private static <F extends Filter> FilterRegistrationBean<F> registered(F filter, FilterOrder place) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(place.order());
        return registration;
    }
}
