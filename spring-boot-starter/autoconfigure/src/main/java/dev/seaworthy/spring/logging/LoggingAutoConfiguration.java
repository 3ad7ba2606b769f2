// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.spring.client.ClientAutoConfiguration;
import dev.seaworthy.spring.redact.RedactAutoConfiguration;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Room {@code logging}: redacted logs that nobody can forge, and one line for each request. */
@AutoConfiguration(
        after = {
            ClientAutoConfiguration.class,
            RedactAutoConfiguration.class,
            TelemetryAutoConfiguration.class,
            TimeAutoConfiguration.class
        })
@EnableConfigurationProperties(LoggingProperties.class)
@Import(RequestLogConfiguration.class)
public final class LoggingAutoConfiguration {

    LoggingAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyLoggingReporter")
    Reporter seaworthyLoggingReporter(LoggingProperties properties, Environment environment) {
        return new LoggingReport(properties, environment);
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyLogLosses")
    SmartInitializingSingleton seaworthyLogLosses(LoggingProperties properties, ObjectProvider<Telemetry> telemetry) {
        return () -> {
            if (properties.enabled() && Logging.isLogback()) {
                telemetry.ifAvailable(LogbackGuard::export);
            }
        };
    }
}
