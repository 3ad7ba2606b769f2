// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.redact;

import dev.seaworthy.core.redact.Redactor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Room {@code redact}: one idea of what a secret is, for all rooms. */
@AutoConfiguration
@EnableConfigurationProperties(RedactProperties.class)
public final class RedactAutoConfiguration {

    RedactAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Redactor seaworthyRedactor(RedactProperties properties) {
        return new Redactor(properties.settings());
    }
}
