// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.client.ProxyWatch;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.ratelimit.http.RateLimitFields;
import dev.seaworthy.core.ratelimit.http.RouteTemplate;
import dev.seaworthy.servlet.FilterOrder;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.servlet.error.ResponseDecorator;
import dev.seaworthy.servlet.ratelimit.Exemption;
import dev.seaworthy.servlet.ratelimit.LimitRule;
import dev.seaworthy.servlet.ratelimit.RateLimitFilter;
import dev.seaworthy.servlet.ratelimit.RateLimitGate;
import dev.seaworthy.spring.client.NetworkList;
import dev.seaworthy.spring.ratelimit.policy.RateLimitProperties;
import dev.seaworthy.spring.ratelimit.policy.RuleBook;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.cors.CorsConfigurationSource;

/** Requests of a servlet app. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.ratelimit.enabled", matchIfMissing = true)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(name = "jakarta.servlet.Filter")
@ConditionalOnBean(ProblemWriter.class)
final class ServletRateLimitConfiguration {

    private static final String HANDLER = "org.springframework.web.servlet.HandlerMapping.bestMatchingHandler";
    private static final String STATIC = "org.springframework.web.servlet.resource.ResourceHttpRequestHandler";

    @Bean
    @ConditionalOnMissingBean
    RateLimitGate seaworthyRateLimitGate(
            RateLimitProperties properties,
            ClientResolver clients,
            ProxyWatch watch,
            ErrorDesk desk,
            ProblemWriter writer) {
        return new RateLimitGate(
                clients,
                watch,
                NetworkList.read(RateLimitProperties.PREFIX + ".allow", properties.allow()),
                NetworkList.read(RateLimitProperties.PREFIX + ".deny", properties.deny()),
                new RateLimitFields(properties.fields(), properties.legacyFields()),
                new RateLimitGate.Answer(desk, writer));
    }

    @Bean
    @ConditionalOnMissingBean
    Exemption seaworthyRateLimitExemption(Environment environment) {
        String actuator = environment.getProperty("management.endpoints.web.base-path", "/actuator");
        return new Exemption(
                actuator.length() < 2 ? List.of() : List.of(RouteTemplate.parse(actuator + "/**")),
                ServletRateLimitConfiguration::wasStatic);
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyNetworkLimitFilter")
    FilterRegistrationBean<RateLimitFilter> seaworthyNetworkLimitFilter(
            RateLimitGate gate, RuleBook rules, Exemption exemption) {
        return registration(FilterOrder.NETWORK_LIMIT, gate, rules.stage(false), exemption);
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyPrincipalLimitFilter")
    FilterRegistrationBean<RateLimitFilter> seaworthyPrincipalLimitFilter(
            RateLimitGate gate, RuleBook rules, Exemption exemption) {
        List<LimitRule> stage = rules.stage(true);
        FilterRegistrationBean<RateLimitFilter> registration =
                registration(FilterOrder.PRINCIPAL_LIMIT, gate, stage, exemption);
        registration.setEnabled(!stage.isEmpty());
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyCorsOnRefusals")
    ResponseDecorator seaworthyCorsOnRefusals(ObjectProvider<CorsConfigurationSource> sources) {
        return new CorsOnRefusals(sources);
    }

    private static FilterRegistrationBean<RateLimitFilter> registration(
            FilterOrder place, RateLimitGate gate, List<LimitRule> rules, Exemption exemption) {
        FilterRegistrationBean<RateLimitFilter> registration =
                new FilterRegistrationBean<>(new RateLimitFilter(gate, rules, exemption));
        registration.setName("seaworthy-" + place.name().toLowerCase(java.util.Locale.ROOT));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(place.order());
        return registration;
    }

    private static boolean wasStatic(HttpServletRequest request) {
        Object handler = request.getAttribute(HANDLER);
        return handler != null && handler.getClass().getName().equals(STATIC);
    }
}
