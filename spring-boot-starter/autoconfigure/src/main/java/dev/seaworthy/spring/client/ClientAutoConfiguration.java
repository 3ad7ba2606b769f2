// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.client;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.client.ProxyWatch;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.telemetry.Telemetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Room {@code client}: finds the client behind the proxies. */
@AutoConfiguration(afterName = "dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration")
@EnableConfigurationProperties(ClientProperties.class)
public final class ClientAutoConfiguration {

    ClientAutoConfiguration() {}

    /** Where the container has unwrapped already, its word is taken and nothing is unwrapped twice. */
    @Bean
    @ConditionalOnMissingBean
    ClientResolver seaworthyClientResolver(ClientProperties properties, Environment environment) {
        return new ClientResolver(
                ForwardHeaders.of(environment).byContainer() ? Networks.none() : properties.proxies());
    }

    @Bean
    @ConditionalOnMissingBean
    Grouping seaworthyClientGrouping(ClientProperties properties) {
        return properties.grouping();
    }

    @Bean
    @ConditionalOnMissingBean
    ProxyWatch seaworthyProxyWatch(
            ClientProperties properties, Environment environment, ObjectProvider<Telemetry> telemetry) {
        return ForwardHeaders.of(environment).byContainer()
                ? ProxyWatch.closed()
                : new ProxyWatch(properties.proxies(), telemetry.getIfAvailable(Telemetry::new));
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyClientReporter")
    Reporter seaworthyClientReporter(ClientProperties properties, Environment environment, ProxyWatch watch) {
        return () -> ForwardHeaders.of(environment).report(properties, watch);
    }
}
