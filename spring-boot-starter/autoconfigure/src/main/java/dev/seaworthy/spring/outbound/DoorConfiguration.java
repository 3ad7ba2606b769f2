// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.spring.outbound.client.Hosts;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The doors, and what looks at them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.outbound.enabled", matchIfMissing = true)
final class DoorConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ExternalServices seaworthyExternalServices(
            Environment environment,
            TimeSource time,
            Telemetry telemetry,
            ObjectProvider<Alerts> alerts,
            ObjectProvider<ExternalServiceCustomizer> customizers,
            ObjectProvider<ExternalService> doorsOfApp) {
        ExternalServices services = new ExternalServices();
        doorsOfApp.orderedStream().forEach(services::add);
        Doors doors =
                new Doors(time, telemetry, alerts, customizers.orderedStream().toList());
        for (Map.Entry<String, ServiceProperties> service :
                new ServiceBinder(environment).bind().entrySet()) {
            services.add(doors.open(service.getKey(), service.getValue()));
        }
        return services;
    }

    /** By host; what has no host is bound by name. */
    @Bean
    @ConditionalOnMissingBean
    Hosts seaworthyOutboundHosts(Environment environment, ExternalServices services) {
        return HostsFromProperties.of(new ServiceBinder(environment).bind(), services);
    }

    @Bean
    @ConditionalOnMissingBean
    DoorHealth seaworthyDoorHealth(ExternalServices services) {
        return new DoorHealth(services);
    }

    @Bean
    @ConditionalOnMissingBean
    DoorSwitch seaworthyDoorSwitch(ExternalServices services) {
        return new DoorSwitch(services);
    }
}
