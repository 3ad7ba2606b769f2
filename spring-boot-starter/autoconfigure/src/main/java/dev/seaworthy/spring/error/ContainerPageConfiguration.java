// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationSettings;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.servlet.error.LastResortHeaders;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.servlet.jetty.SeaworthyErrorHandler;
import dev.seaworthy.servlet.tomcat.SeaworthyErrorReportValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The pages of last resort, for what a container refuses before any filter runs. The adapters install them. */
@Configuration(proxyBeanMethods = false)
final class ContainerPageConfiguration {

    @Bean
    CorrelationAtTheDoor seaworthyCorrelationAtTheDoor(
            ObjectProvider<CorrelationResolver> resolver,
            ObjectProvider<CorrelationSettings> settings,
            Telemetry telemetry) {
        CorrelationSettings chosen = settings.getIfAvailable(CorrelationSettings::withDefaults);
        return new CorrelationAtTheDoor(
                resolver.getIfAvailable(() -> new CorrelationResolver(chosen, telemetry, () -> null)),
                chosen.responseHeader());
    }

    /** What gives an id to a request that no filter saw; also where room correlation is switched off. */
    record CorrelationAtTheDoor(CorrelationResolver resolver, String header) {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.apache.catalina.valves.ErrorReportValve")
    static final class TomcatPage {

        @Bean
        @Lazy
        @ConditionalOnMissingBean
        SeaworthyErrorReportValve seaworthyErrorReportValve(
                ErrorDesk desk, ProblemWriter writer, CorrelationAtTheDoor correlation) {
            return new SeaworthyErrorReportValve(desk, writer, correlation.resolver(), correlation.header());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.eclipse.jetty.server.handler.ErrorHandler")
    static final class JettyPage {

        @Bean
        @Lazy
        @ConditionalOnMissingBean
        SeaworthyErrorHandler seaworthyErrorHandler(
                ErrorDesk desk, CorrelationAtTheDoor correlation, ObjectProvider<LastResortHeaders> headers) {
            return new SeaworthyErrorHandler(
                    desk,
                    correlation.resolver(),
                    correlation.header(),
                    headers.getIfUnique(() -> LastResortHeaders.NONE));
        }
    }
}
