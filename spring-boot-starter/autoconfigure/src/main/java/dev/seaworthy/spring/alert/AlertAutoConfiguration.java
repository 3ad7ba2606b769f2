// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.alert;

import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Who is told: every {@link AlertSink} bean of the app. Nobody, unless it has one: a second line in the log would say again
 * what the log event of the failure has said.
 */
@AutoConfiguration(after = {TelemetryAutoConfiguration.class, TimeAutoConfiguration.class})
public final class AlertAutoConfiguration {

    AlertAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Alerts seaworthyAlerts(TimeSource time, Telemetry telemetry, ObjectProvider<AlertSink> sinks) {
        return new Alerts(time, telemetry, sinks.orderedStream().toList());
    }
}
