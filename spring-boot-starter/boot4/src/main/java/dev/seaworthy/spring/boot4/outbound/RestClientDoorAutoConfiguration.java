// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.outbound;

import dev.seaworthy.spring.outbound.OutboundAutoConfiguration;
import dev.seaworthy.spring.outbound.client.DoorInterceptor;
import dev.seaworthy.spring.outbound.client.Hosts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** {@code RestClient} and {@code RestTemplate}. Without a host that has a door they stay as they are. */
@AutoConfiguration(after = OutboundAutoConfiguration.class)
@ConditionalOnClass(
        name = {"org.springframework.boot.restclient.RestClientCustomizer", "org.springframework.web.client.RestClient"
        })
@ConditionalOnBean(Hosts.class)
public final class RestClientDoorAutoConfiguration {

    RestClientDoorAutoConfiguration() {}

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "seaworthyDoorRestClientCustomizer")
    RestClientCustomizer seaworthyDoorRestClientCustomizer(Hosts hosts) {
        return builder -> {
            if (!hosts.isEmpty()) {
                builder.requestInterceptor(new DoorInterceptor(hosts));
            }
        };
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "seaworthyDoorRestTemplateCustomizer")
    RestTemplateCustomizer seaworthyDoorRestTemplateCustomizer(Hosts hosts) {
        return template -> {
            if (!hosts.isEmpty()) {
                template.getInterceptors().add(new DoorInterceptor(hosts));
            }
        };
    }
}
