// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.telemetry;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of each series once, and can break nothing. */
final class SeriesListener {

    private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);

    private final BiConsumer<Telemetry.Series, LongAdder> listener;
    private final Set<Telemetry.Series> told = ConcurrentHashMap.newKeySet();
    private volatile boolean failed;

    SeriesListener(BiConsumer<Telemetry.Series, LongAdder> listener) {
        this.listener = listener;
    }

    void tell(Telemetry.Series series, LongAdder adder) {
        if (!told.add(series)) {
            return;
        }
        try {
            listener.accept(series, adder);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError broken) {
            if (!failed) {
                failed = true;
                warn(series, broken);
            }
        }
    }

    private static void warn(Telemetry.Series series, Throwable broken) {
        try {
            LOG.warn(
                    "counter could not be handed to the metrics library, got '{}'; it counts on and is missing there,"
                            + " further such counters are not logged",
                    series,
                    broken);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError logBroken) {
            // Nobody is left to tell, and counting goes on.
        }
    }
}
