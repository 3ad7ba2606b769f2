// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.correlation;

import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.spring.client.ClientAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Room {@code correlation}: every request and every piece of background work has an id, in its log and on its way out. */
@AutoConfiguration(
        after = ClientAutoConfiguration.class,
        afterName = "dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration")
@EnableConfigurationProperties(CorrelationProperties.class)
@Import({CorrelationConfiguration.class, CarryingExecutorsConfiguration.class, ScheduledWorkConfiguration.class})
public final class CorrelationAutoConfiguration {

    CorrelationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyCorrelationReporter")
    Reporter seaworthyCorrelationReporter(CorrelationProperties properties) {
        return properties::report;
    }
}
