// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.alert;

import dev.seaworthy.core.alert.AlertSettings;
import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.alert.AlertsBuilder;
import dev.seaworthy.core.error.desk.AlarmSettings;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import java.util.List;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Room {@code alert}: every {@link AlertSink} bean is told, those of the properties and those of the app, each on a way of
 * its own. The log is told too, of what it does not have already.
 */
@AutoConfiguration(after = {TelemetryAutoConfiguration.class, TimeAutoConfiguration.class})
@EnableConfigurationProperties(AlertProperties.class)
@Import({AlertSinksConfiguration.class, DatabaseWatchConfiguration.class})
public final class AlertAutoConfiguration {

    AlertAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    AlertSettings seaworthyAlertSettings(AlertProperties properties) {
        return properties.settings();
    }

    @Bean
    @ConditionalOnMissingBean
    AlarmSettings seaworthyAlarmSettings(AlertProperties properties) {
        return properties.alarms();
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Alerts seaworthyAlerts(
            AlertProperties properties,
            AlertSettings settings,
            TimeSource time,
            Telemetry telemetry,
            ListableBeanFactory beans) {
        if (!properties.enabled()) {
            return new Alerts(time, telemetry, List.of());
        }
        AlertsBuilder builder = Alerts.builder()
                .settings(settings)
                .time(time)
                .telemetry(telemetry)
                .closeWithin(properties.closeWithin());
        BeanFactoryUtils.beansOfTypeIncludingAncestors(beans, AlertSink.class)
                .forEach((name, sink) ->
                        builder.sink(SinkNames.of(name), sink, SinkNames.minSeverity(name, properties)));
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyAlertReporter")
    Reporter seaworthyAlertReporter(AlertProperties properties, AlertSettings settings, Alerts alerts) {
        return new AlertReporter(properties, settings, alerts);
    }
}
