// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Handlers that choose for themselves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.headers.enabled", matchIfMissing = true)
@ConditionalOnClass(name = "org.springframework.web.servlet.config.annotation.WebMvcConfigurer")
final class HandlerConfiguration {

    @Bean
    HandlerProfiles seaworthyHandlerProfiles(PlanFactory plans) {
        return new HandlerProfiles(plans.byName());
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyHandlerProfileInterceptor")
    WebMvcConfigurer seaworthyHandlerProfileInterceptor(HandlerProfiles profiles) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(profiles);
            }
        };
    }

    @Bean
    SmartInitializingSingleton seaworthyHandlerProfileCheck(
            HandlerProfiles profiles, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return () -> mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .forEach(profiles::of);
    }
}
