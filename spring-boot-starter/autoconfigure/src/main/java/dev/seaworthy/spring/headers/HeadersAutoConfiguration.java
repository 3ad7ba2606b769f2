// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Room {@code headers}: security headers with every answer of a servlet app. */
@AutoConfiguration(
        afterName = {
            "dev.seaworthy.spring.client.ClientAutoConfiguration",
            "dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration",
            "dev.seaworthy.spring.time.TimeAutoConfiguration",
            "dev.seaworthy.spring.boot3.json.Jackson2CodecAutoConfiguration",
            "dev.seaworthy.spring.boot4.json.Jackson3CodecAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(HeadersProperties.class)
@Import({
    HeadersConfiguration.class,
    ReportsConfiguration.class,
    SpringSecurityConfiguration.class,
    HandlerConfiguration.class
})
public final class HeadersAutoConfiguration {

    HeadersAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "seaworthy.headers.enabled", havingValue = "false")
    static final class SwitchedOff {

        @Bean
        @ConditionalOnMissingBean(name = "seaworthyHeadersReporter")
        Reporter seaworthyHeadersReporter() {
            return () -> new RoomReport("headers", false, Map.of(), List.of());
        }
    }
}
