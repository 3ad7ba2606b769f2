// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.alert;

import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.time.TimeSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The sinks that properties ask for. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.alert.enabled", matchIfMissing = true)
final class AlertSinksConfiguration {

    private final AlertProperties properties;
    private final String source;

    AlertSinksConfiguration(AlertProperties properties, Environment environment) {
        this.properties = properties;
        this.source = properties.source() == null
                ? environment.getProperty("spring.application.name", "application")
                : properties.source();
    }

    @Bean(SinkNames.LOG)
    @ConditionalOnProperty(name = "seaworthy.alert.log.enabled", matchIfMissing = true)
    @ConditionalOnMissingBean(name = SinkNames.LOG)
    AlertSink seaworthyLogSink() {
        return AlertSink.log();
    }

    @Bean(SinkNames.WEBHOOK)
    @Conditional(Asked.ForWebhook.class)
    @ConditionalOnMissingBean(name = SinkNames.WEBHOOK)
    AlertSink seaworthyWebhookSink(TimeSource time) {
        return present(properties.webhook().sink(source, time));
    }

    @Bean(SinkNames.SLACK)
    @Conditional(Asked.ForSlack.class)
    @ConditionalOnMissingBean(name = SinkNames.SLACK)
    AlertSink seaworthySlackSink() {
        return present(properties.slack().sink(source));
    }

    @Bean(SinkNames.PAGER_DUTY)
    @Conditional(Asked.ForPagerDuty.class)
    @ConditionalOnMissingBean(name = SinkNames.PAGER_DUTY)
    AlertSink seaworthyPagerDutySink() {
        return present(properties.pagerduty().sink(source));
    }

    private static AlertSink present(@Nullable AlertSink sink) {
        return Objects.requireNonNull(sink, "the condition has seen its property");
    }
}
