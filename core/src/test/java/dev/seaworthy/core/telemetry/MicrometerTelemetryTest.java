// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MicrometerTelemetryTest {

    private final Telemetry telemetry = new Telemetry();
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void registryShowsCountsFromBeforeAndAfterBinding() {
        telemetry.count("seaworthy.x.before");
        MicrometerTelemetry.bind(telemetry, registry);
        telemetry.count("seaworthy.x.before");
        telemetry.count("seaworthy.x.after", "kind", "a");
        telemetry.count("seaworthy.x.after", "kind", "b");
        telemetry.count("seaworthy.x.after", "kind", "b");

        assertThat(registry.get("seaworthy.x.before").functionCounter().count()).isEqualTo(2);
        assertThat(registry.get("seaworthy.x.after")
                        .tag("kind", "a")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("seaworthy.x.after")
                        .tag("kind", "b")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("seaworthy.x.before").functionCounter().getId().getTags())
                .isEmpty();
    }

    @Test
    void registryShowsGaugesFromBeforeAndAfterBinding() {
        telemetry.gauge("seaworthy.x.before", "kind", "a", () -> 1);
        MicrometerTelemetry.bind(telemetry, registry);
        telemetry.gauge("seaworthy.x.after", "", "", () -> 2);
        telemetry.gauge("seaworthy.x.broken", "", "", () -> {
            throw new IllegalStateException("cannot be read");
        });

        assertThat(registry.get("seaworthy.x.before").tag("kind", "a").gauge().value())
                .isEqualTo(1);
        assertThat(registry.get("seaworthy.x.after").gauge().value()).isEqualTo(2);
        assertThat(registry.get("seaworthy.x.broken").gauge().value()).isNaN();

        telemetry.gauge("seaworthy.x.after", "", "", () -> 3);
        assertThat(registry.get("seaworthy.x.after").gauge().value()).isEqualTo(3);
    }

    @Test
    void aFloodOfGaugesStaysBounded() {
        MicrometerTelemetry.bind(telemetry, registry);
        for (int i = 0; i < 10 * Telemetry.MAX_GAUGES; i++) {
            telemetry.gauge("seaworthy.x.flood", "kind", "k" + i, () -> 1);
        }
        assertThat(registry.find("seaworthy.x.flood").gauges()).hasSize(Telemetry.MAX_GAUGES);
        assertThat(telemetry.total("seaworthy.telemetry.overflow")).isEqualTo(9L * Telemetry.MAX_GAUGES);
    }

    @Test
    void bindingTwiceCountsOnce() {
        MicrometerTelemetry.bind(telemetry, registry);
        MicrometerTelemetry.bind(telemetry, registry);
        telemetry.count("seaworthy.x.y");

        assertThat(registry.getMeters()).hasSize(1);
        assertThat(registry.get("seaworthy.x.y").functionCounter().count()).isEqualTo(1);
    }

    @Test
    void severalRegistriesShowTheSame() {
        MeterRegistry second = new SimpleMeterRegistry();
        MicrometerTelemetry.bind(telemetry, registry);
        MicrometerTelemetry.bind(telemetry, second);
        telemetry.count("seaworthy.x.y");

        assertThat(registry.get("seaworthy.x.y").functionCounter().count()).isEqualTo(1);
        assertThat(second.get("seaworthy.x.y").functionCounter().count()).isEqualTo(1);
        second.close();
    }

    @Test
    void refusingRegistryStopsNoCounting() {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public io.micrometer.core.instrument.Meter.Id map(io.micrometer.core.instrument.Meter.Id id) {
                throw new IllegalArgumentException("no");
            }
        });
        MicrometerTelemetry.bind(telemetry, registry);
        telemetry.count("seaworthy.x.y");

        assertThat(telemetry.total("seaworthy.x.y")).isEqualTo(1);
    }

    @Test
    void floodOfSeriesIsNoFloodOfMeters() {
        MicrometerTelemetry.bind(telemetry, registry);
        for (int i = 0; i < 10 * Telemetry.MAX_SERIES; i++) {
            telemetry.count("seaworthy.x.y", "i", String.valueOf(i));
        }
        assertThat(registry.getMeters()).hasSizeLessThanOrEqualTo(Telemetry.MAX_SERIES);
    }

    @Test
    void telemetryCountsWhereMicrometerIsMissing() throws Exception {
        URL main = Telemetry.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader withoutMicrometer = new URLClassLoader(new URL[] {main}, new NoMicrometer())) {
            Class<?> alone = withoutMicrometer.loadClass(Telemetry.class.getName());
            assertThat(alone.getClassLoader()).isSameAs(withoutMicrometer);
            Object counting = alone.getConstructor().newInstance();
            alone.getMethod("count", String.class, String.class, String.class)
                    .invoke(counting, "seaworthy.x.y", "a", "b");
            assertThat(alone.getMethod("totals").invoke(counting)).hasToString("{seaworthy.x.y{a=b}=1}");

            // The very split that this proves: the other class does need it.
            Class<?> binding = withoutMicrometer.loadClass(MicrometerTelemetry.class.getName());
            assertThatThrownBy(binding::getDeclaredMethods).isInstanceOf(NoClassDefFoundError.class);
        }
    }

    /** The JDK, SLF4J and JSpecify, as in an app without Micrometer. */
    private static final class NoMicrometer extends ClassLoader {

        NoMicrometer() {
            super(null);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("io.micrometer.") || name.startsWith("dev.seaworthy.")) {
                throw new ClassNotFoundException(name);
            }
            return MicrometerTelemetryTest.class.getClassLoader().loadClass(name);
        }
    }
}
