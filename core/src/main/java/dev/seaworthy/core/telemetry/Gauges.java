// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.telemetry;

import dev.seaworthy.core.telemetry.Telemetry.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Values that rise and fall, read when somebody looks. What is shown last under a name is what is read. */
final class Gauges {

    private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);

    private final Map<Series, DoubleSupplier> readings = new ConcurrentHashMap<>();
    private final List<Consumer<Series>> listeners = new ArrayList<>();

    /** Whether there was room for it. */
    synchronized boolean show(Series series, DoubleSupplier reading) {
        if (readings.size() >= Telemetry.MAX_GAUGES && !readings.containsKey(series)) {
            return false;
        }
        if (readings.put(series, reading) == null) {
            listeners.forEach(listener -> tell(listener, series));
        }
        return true;
    }

    /** Hears of every gauge, those already there included. */
    synchronized void onGauge(Consumer<Series> listener) {
        listeners.add(listener);
        readings.keySet().forEach(series -> tell(listener, series));
    }

    /** What it shows now; not a number when it cannot be read. */
    double read(Series series) {
        DoubleSupplier reading = readings.get(series);
        try {
            return reading == null ? Double.NaN : reading.getAsDouble();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError broken) {
            return Double.NaN;
        }
    }

    private static void tell(Consumer<Series> listener, Series series) {
        try {
            listener.accept(series);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError broken) {
            try {
                LOG.warn(
                        "gauge could not be handed to the metrics library, got '{}'; it is missing there",
                        series,
                        broken);
            } catch (Exception | LinkageError | AssertionError | StackOverflowError logBroken) {
                // Nobody is left to tell.
            }
        }
    }
}
