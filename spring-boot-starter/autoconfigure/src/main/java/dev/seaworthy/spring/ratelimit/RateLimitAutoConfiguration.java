// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit;

import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.spring.client.ClientAutoConfiguration;
import dev.seaworthy.spring.error.ErrorAutoConfiguration;
import dev.seaworthy.spring.ratelimit.method.RateLimitedBeans;
import dev.seaworthy.spring.ratelimit.policy.RateLimitProperties;
import dev.seaworthy.spring.ratelimit.policy.RuleBook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Room {@code ratelimit}: nobody takes more than a fair share, and a flood reaches nothing that is expensive. */
@AutoConfiguration(
        after = {ClientAutoConfiguration.class, ErrorAutoConfiguration.class},
        afterName = {
            "dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration",
            "dev.seaworthy.spring.time.TimeAutoConfiguration"
        })
@EnableConfigurationProperties(RateLimitProperties.class)
@Import({
    StoreConfiguration.class,
    LimiterConfiguration.class,
    ServletRateLimitConfiguration.class,
    ReactiveRateLimitConfiguration.class
})
public final class RateLimitAutoConfiguration {

    RateLimitAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyRateLimitReporter")
    Reporter seaworthyRateLimitReporter(
            RateLimitProperties properties,
            ObjectProvider<RateLimiters> limiters,
            ObjectProvider<RuleBook> rules,
            ObjectProvider<RateLimitedBeans> limited) {
        return () -> new RateLimitReport(
                        properties, limiters.getIfAvailable(), rules.getIfAvailable(), limited.getIfAvailable())
                .report();
    }
}
