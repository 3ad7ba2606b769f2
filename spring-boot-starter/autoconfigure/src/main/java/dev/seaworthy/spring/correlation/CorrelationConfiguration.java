// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.correlation;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationSettings;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.servlet.FilterOrder;
import dev.seaworthy.servlet.correlation.CorrelationFilter;
import dev.seaworthy.servlet.correlation.TraceHidingFilter;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who decides what a correlation is, and where it is put to use. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.correlation.enabled", matchIfMissing = true)
final class CorrelationConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CorrelationSettings seaworthyCorrelationSettings(CorrelationProperties properties) {
        return properties.settings();
    }

    @Bean
    @ConditionalOnMissingBean
    CorrelationResolver seaworthyCorrelationResolver(
            CorrelationSettings settings, ObjectProvider<Telemetry> telemetry, ObjectProvider<CurrentTraceId> tracer) {
        CurrentTraceId current = tracer.getIfAvailable(() -> () -> null);
        return new CorrelationResolver(settings, telemetry.getIfAvailable(Telemetry::new), current::get);
    }

    /** Micrometer's tracer, of whichever bridge. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "io.micrometer.tracing.Tracer")
    static final class MicrometerTracing {

        @Bean
        @ConditionalOnMissingBean
        CurrentTraceId seaworthyCurrentTraceId(ObjectProvider<Tracer> tracers) {
            return () -> {
                Tracer tracer = tracers.getIfUnique();
                Span span = tracer == null ? null : tracer.currentSpan();
                String id = span == null ? null : span.context().traceId();
                return id == null || id.isEmpty() ? null : id;
            };
        }
    }

    /** Requests. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = Type.SERVLET)
    @ConditionalOnClass(name = "jakarta.servlet.Filter")
    static final class Servlet {

        @Bean
        @ConditionalOnMissingBean(name = "seaworthyCorrelationFilter")
        FilterRegistrationBean<CorrelationFilter> seaworthyCorrelationFilter(
                CorrelationSettings settings, CorrelationResolver resolver, ClientResolver clients) {
            FilterRegistrationBean<CorrelationFilter> registration =
                    new FilterRegistrationBean<>(new CorrelationFilter(settings, resolver, clients));
            registration.setDispatcherTypes(
                    EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
            registration.setOrder(FilterOrder.CORRELATION.order());
            return registration;
        }

        @Bean
        @ConditionalOnProperty(name = "seaworthy.correlation.hide-untrusted-traces")
        @ConditionalOnMissingBean(name = "seaworthyTraceHidingFilter")
        FilterRegistrationBean<TraceHidingFilter> seaworthyTraceHidingFilter(
                CorrelationSettings settings, ClientResolver clients, ObjectProvider<Telemetry> telemetry) {
            FilterRegistrationBean<TraceHidingFilter> registration = new FilterRegistrationBean<>(
                    new TraceHidingFilter(settings, clients, telemetry.getIfAvailable(Telemetry::new)));
            registration.setDispatcherTypes(
                    EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
            registration.setOrder(FilterOrder.TRACE_HIDING.order());
            return registration;
        }
    }

    /** Requests to other services; the adapters of the Boot lines hand it to the clients that Boot builds. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.http.HttpHeaders")
    static final class Outgoing {

        @Bean
        @ConditionalOnMissingBean
        OutgoingHeaders seaworthyOutgoingHeaders(CorrelationSettings settings) {
            return new OutgoingHeaders(settings.responseHeader());
        }
    }
}
