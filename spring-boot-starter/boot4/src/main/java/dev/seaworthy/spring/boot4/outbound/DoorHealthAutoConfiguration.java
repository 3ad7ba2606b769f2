// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.outbound;

import dev.seaworthy.spring.outbound.DoorHealth;
import dev.seaworthy.spring.outbound.OutboundAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The doors in the health endpoint: always up, the rest is detail. */
@AutoConfiguration(after = OutboundAutoConfiguration.class)
@ConditionalOnClass(
        name = {
            "org.springframework.boot.health.contributor.HealthIndicator",
            "org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator"
        })
@ConditionalOnBean(DoorHealth.class)
public final class DoorHealthAutoConfiguration {

    DoorHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnEnabledHealthIndicator("outbound")
    @ConditionalOnMissingBean(name = "outboundHealthIndicator")
    HealthIndicator outboundHealthIndicator(DoorHealth doors) {
        return () -> Health.up().withDetails(doors.details()).build();
    }
}
