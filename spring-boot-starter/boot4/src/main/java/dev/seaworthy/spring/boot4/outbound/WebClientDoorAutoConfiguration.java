// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.outbound;

import dev.seaworthy.spring.outbound.OutboundAutoConfiguration;
import dev.seaworthy.spring.outbound.client.DoorFilter;
import dev.seaworthy.spring.outbound.client.Hosts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** {@code WebClient}. Without a host that has a door it stays as it is. */
@AutoConfiguration(after = OutboundAutoConfiguration.class)
@ConditionalOnClass(
        name = {
            "org.springframework.boot.webclient.WebClientCustomizer",
            "org.springframework.web.reactive.function.client.WebClient"
        })
@ConditionalOnBean(Hosts.class)
public final class WebClientDoorAutoConfiguration {

    WebClientDoorAutoConfiguration() {}

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "seaworthyDoorWebClientCustomizer")
    WebClientCustomizer seaworthyDoorWebClientCustomizer(Hosts hosts) {
        return builder -> {
            if (!hosts.isEmpty()) {
                builder.filter(new DoorFilter(hosts));
            }
        };
    }
}
