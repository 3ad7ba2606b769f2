// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.headers.HeaderPlan;
import dev.seaworthy.core.headers.cookie.CookieSettings;
import dev.seaworthy.core.headers.fetch.IsolationMode;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.servlet.FilterOrder;
import dev.seaworthy.servlet.client.CallerScheme;
import dev.seaworthy.servlet.headers.HeadersFilter;
import dev.seaworthy.servlet.headers.HeadersOfLastResort;
import dev.seaworthy.servlet.headers.IsolationFilter;
import dev.seaworthy.servlet.headers.SessionCookies;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What every answer carries. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.headers.enabled", matchIfMissing = true)
final class HeadersConfiguration {

    private static final String SESSION_COOKIE = "server.servlet.session.cookie.";

    @Bean
    @ConditionalOnMissingBean
    PlanFactory seaworthyHeaderPlans(
            HeadersProperties properties, Environment environment, ObjectProvider<JsonCodec> codec) {
        boolean reports = properties.reports().enabled() && codec.getIfAvailable() != null;
        String context = environment.getProperty("server.servlet.context-path", "");
        String address =
                (context.equals("/") ? "" : context) + properties.reports().path();
        return new PlanFactory(properties, cookies(properties, environment), reports ? address : null);
    }

    // What the app says about its session cookie is left alone.
    private static CookieSettings cookies(HeadersProperties properties, Environment environment) {
        CookieSettings chosen = properties.cookies().settings();
        boolean readable = "false".equals(environment.getProperty(SESSION_COOKIE + "http-only"));
        return readable
                ? new CookieSettings(chosen.enabled(), chosen.sameSite(), List.of(), chosen.hostPrefix())
                : chosen;
    }

    @Bean
    @ConditionalOnMissingBean
    HeaderPlan seaworthyHeaderPlan(PlanFactory plans, TimeSource time) {
        return plans.plan(time);
    }

    @Bean
    @ConditionalOnMissingBean
    HeadersFilter seaworthyHeadersFilter(HeadersProperties properties, HeaderPlan plan, ClientResolver clients) {
        Set<String> hidden =
                properties.owner() == HeadersProperties.Owner.SPRING_SECURITY ? SecurityWriters.NAMES : Set.of();
        return new HeadersFilter(plan, new CallerScheme(clients), hidden);
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyHeadersFilterRegistration")
    FilterRegistrationBean<HeadersFilter> seaworthyHeadersFilterRegistration(HeadersFilter filter) {
        FilterRegistrationBean<HeadersFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(FilterOrder.HEADERS.order());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean
    HeadersOfLastResort seaworthyHeadersOfLastResort(HeaderPlan plan, ClientResolver clients) {
        return new HeadersOfLastResort(plan, new CallerScheme(clients));
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthySessionCookie")
    ServletContextInitializer seaworthySessionCookie(HeaderPlan plan, Environment environment) {
        CookieSettings cookies = plan.last().cookies();
        String sameSite = environment.containsProperty(SESSION_COOKIE + "same-site") ? "" : cookies.sameSite();
        boolean readable = "false".equals(environment.getProperty(SESSION_COOKIE + "http-only"));
        return context -> {
            if (!readable) {
                SessionCookies.harden(
                        context,
                        new CookieSettings(cookies.enabled(), sameSite, cookies.httpOnly(), cookies.hostPrefix()));
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyIsolationFilterRegistration")
    FilterRegistrationBean<IsolationFilter> seaworthyIsolationFilterRegistration(
            HeadersProperties properties, Telemetry telemetry) {
        FilterRegistrationBean<IsolationFilter> registration = new FilterRegistrationBean<>(
                new IsolationFilter(properties.isolation().policy(), telemetry));
        registration.setOrder(FilterOrder.BROWSER_REPORTS.order() + 1);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setEnabled(properties.isolation().mode() != IsolationMode.OFF);
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyHeadersReporter")
    Reporter seaworthyHeadersReporter(
            HeadersProperties properties,
            HeaderPlan plan,
            HeadersFilter filter,
            Environment environment,
            ObjectProvider<ReportsConfiguration.Intake> intake,
            ObjectProvider<SecurityWriters> security) {
        return new HeadersReporter(
                properties,
                plan,
                () -> intake.getIfAvailable(ReportsConfiguration.Intake::none),
                () -> security.getIfAvailable(SecurityWriters::none),
                () -> filter.hasSeenHttps() || HeadersReporter.mayBeHttps(environment));
    }
}
