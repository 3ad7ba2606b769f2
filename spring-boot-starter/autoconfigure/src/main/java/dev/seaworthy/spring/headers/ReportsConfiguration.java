// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.headers.intake.ReportIntake;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.servlet.FilterOrder;
import dev.seaworthy.servlet.headers.ReportIntakeFilter;
import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What browsers report, where something can read it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        name = {"seaworthy.headers.enabled", "seaworthy.headers.reports.enabled"},
        matchIfMissing = true)
@ConditionalOnBean(JsonCodec.class)
final class ReportsConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ReportIntake seaworthyReportIntake(
            HeadersProperties properties, JsonCodec codec, Telemetry telemetry, TimeSource time) {
        return new ReportIntake(properties.reports().settings(), codec, telemetry, time);
    }

    @Bean
    Intake seaworthyReportIntakeKnown(ReportIntake intake) {
        return new Intake(intake);
    }

    /** The intake, or that there is none. */
    record Intake(@Nullable ReportIntake door) {

        static Intake none() {
            return new Intake(null);
        }
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyReportIntakeRegistration")
    FilterRegistrationBean<ReportIntakeFilter> seaworthyReportIntakeRegistration(ReportIntake intake) {
        FilterRegistrationBean<ReportIntakeFilter> registration =
                new FilterRegistrationBean<>(new ReportIntakeFilter(intake));
        registration.setOrder(FilterOrder.BROWSER_REPORTS.order());
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }
}
