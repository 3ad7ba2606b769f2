// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Room {@code outbound}: one guarded door for each external service. */
@AutoConfiguration(
        afterName = {
            "dev.seaworthy.spring.alert.AlertAutoConfiguration",
            "dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration",
            "dev.seaworthy.spring.time.TimeAutoConfiguration"
        })
@EnableConfigurationProperties(OutboundProperties.class)
@Import({DoorConfiguration.class, GuardedConfiguration.class, DeadlineConfiguration.class})
public final class OutboundAutoConfiguration {

    OutboundAutoConfiguration() {}

    /** Switched on, the registry reports itself. */
    @Bean
    @ConditionalOnProperty(name = "seaworthy.outbound.enabled", havingValue = "false")
    @ConditionalOnMissingBean(name = "seaworthyOutboundReporter")
    Reporter seaworthyOutboundReporter() {
        return () -> new RoomReport("outbound", false, Map.of(), List.of());
    }
}
