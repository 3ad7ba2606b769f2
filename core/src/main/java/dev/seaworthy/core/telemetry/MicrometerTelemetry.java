// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/**
 * Shows the counters in Micrometer. The only class that needs Micrometer: load it only where Micrometer is present;
 * {@link Telemetry} itself works without.
 */
public final class MicrometerTelemetry {

    private MicrometerTelemetry() {}

    /**
     * Registers every series, present and future, as a {@link FunctionCounter} of the same name and tag, and every gauge
     * as a {@link Gauge}. What was counted
     * before is not lost. Binding the same two again changes nothing. A registry that refuses a series (for its tags, for
     * instance) stops no counting: the series is missing there, which is logged once.
     */
    public static void bind(Telemetry telemetry, MeterRegistry registry) {
        telemetry.onSeries((series, adder) -> {
            FunctionCounter.Builder<LongAdder> counter =
                    FunctionCounter.builder(series.name(), adder, LongAdder::doubleValue);
            (series.tag().isEmpty() ? counter : counter.tag(series.tag(), series.value())).register(registry);
        });
        Gauges gauges = telemetry.gauges();
        gauges.onGauge(series -> {
            Gauge.Builder<Gauges> gauge = Gauge.builder(series.name(), gauges, shown -> shown.read(series));
            (series.tag().isEmpty() ? gauge : gauge.tag(series.tag(), series.value())).register(registry);
        });
    }
}
