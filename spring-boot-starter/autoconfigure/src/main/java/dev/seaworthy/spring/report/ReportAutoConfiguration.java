// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.report;

import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.StartupReport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rooms say about themselves: once in the log, and whenever somebody asks the actuator. */
@AutoConfiguration
@EnableConfigurationProperties(ReportProperties.class)
public final class ReportAutoConfiguration {

    ReportAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    StartupReport seaworthyStartupReport(ObjectProvider<Reporter> reporters) {
        return new StartupReport(reporters.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyReportAtStart")
    ApplicationListener<ApplicationReadyEvent> seaworthyReportAtStart(
            ReportProperties properties, ObjectProvider<StartupReport> report) {
        return event -> {
            if (properties.enabled()) {
                report.ifAvailable(StartupReport::log);
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = "org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint")
    static final class Actuator {

        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnAvailableEndpoint
        SeaworthyEndpoint seaworthyEndpoint(StartupReport report, ObjectProvider<RoomSwitch> switches) {
            return new SeaworthyEndpoint(report, switches.orderedStream().toList());
        }
    }
}
