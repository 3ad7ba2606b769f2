// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.telemetry;

import dev.seaworthy.core.telemetry.MicrometerTelemetry;
import dev.seaworthy.core.telemetry.Telemetry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The counters of all rooms. */
@AutoConfiguration
public final class TelemetryAutoConfiguration {

    TelemetryAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Telemetry seaworthyTelemetry() {
        return new Telemetry();
    }

    /** Boot binds a binder to every registry, whenever that comes to be. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "io.micrometer.core.instrument.binder.MeterBinder")
    static final class Meters {

        @Bean
        @ConditionalOnMissingBean(name = "seaworthyMeters")
        MeterBinder seaworthyMeters(Telemetry telemetry) {
            return registry -> MicrometerTelemetry.bind(telemetry, registry);
        }
    }
}
