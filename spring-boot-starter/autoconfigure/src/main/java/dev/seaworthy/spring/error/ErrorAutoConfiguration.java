// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.spring.alert.AlertAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Room {@code error}: every failure is classified, logged once, and answered in one shape. */
@AutoConfiguration(after = AlertAutoConfiguration.class)
@EnableConfigurationProperties(ErrorProperties.class)
@Import({DeskConfiguration.class, ServletErrorConfiguration.class, ReactiveErrorConfiguration.class})
public final class ErrorAutoConfiguration {

    ErrorAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyErrorReporter")
    Reporter seaworthyErrorReporter(ErrorProperties properties) {
        return properties::report;
    }
}
