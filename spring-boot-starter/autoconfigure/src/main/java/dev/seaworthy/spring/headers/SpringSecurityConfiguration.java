// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.servlet.headers.ClearSiteData;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Beside Spring Security: what it writes, and when it logs somebody out. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.headers.enabled", matchIfMissing = true)
@ConditionalOnClass(name = "org.springframework.security.web.header.HeaderWriterFilter")
final class SpringSecurityConfiguration {

    @Bean
    SecurityWriters seaworthySecurityWriters(ObjectProvider<SecurityFilterChain> chains) {
        return new SecurityWriters(() -> chains.stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(HeaderWriterFilter.class::isInstance)
                .map(DryRun::headers)
                .toList());
    }

    @Bean
    @ConditionalOnProperty(name = "seaworthy.headers.clear-site-data")
    @ConditionalOnMissingBean(name = "seaworthyClearSiteData")
    ApplicationListener<LogoutSuccessEvent> seaworthyClearSiteData(HeadersProperties properties) {
        ClearSiteData[] what = properties.clearSiteData().toArray(ClearSiteData[]::new);
        return event -> {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
                HttpServletResponse response = attributes.getResponse();
                if (response != null) {
                    ClearSiteData.send(response, what);
                }
            }
        };
    }
}
