// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.outbound.door.ExternalServiceBuilder;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** Opens doors from properties. */
record Doors(
        TimeSource time,
        Telemetry telemetry,
        ObjectProvider<Alerts> alerts,
        List<ExternalServiceCustomizer> customizers) {

    /**
     * Opens one.
     *
     * @throws BadService if a setting, or the name, cannot be right
     */
    ExternalService open(String name, ServiceProperties properties) {
        try {
            ExternalServiceBuilder builder = ExternalService.named(name)
                    .settings(properties.settings())
                    .time(time)
                    .telemetry(telemetry);
            alerts.ifAvailable(builder::alerts);
            customizers.forEach(customizer -> customizer.customize(name, builder));
            ExternalService door = builder.build();
            if (properties.mode() != BreakerMode.AUTOMATIC) {
                door.mode(properties.mode());
            }
            return door;
        } catch (IllegalArgumentException wrong) {
            throw new BadService(
                    "seaworthy.outbound." + name + ": " + wrong.getMessage(),
                    "Correct it under seaworthy.outbound." + name
                            + " or, where it holds for all, under seaworthy.outbound.default.");
        }
    }
}
