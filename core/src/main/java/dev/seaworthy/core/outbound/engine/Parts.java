// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a door is made of, besides its settings.
 *
 * @param name the name of the service
 * @param failures the app's rules for exceptions
 * @param results the app's rules for results
 * @param time the clock
 * @param random for waits and keys
 * @param telemetry where calls are counted
 * @param alerts who is told when the circuit opens, null for nobody
 */
public record Parts(
        String name,
        List<FailureRule> failures,
        List<ResultRule> results,
        TimeSource time,
        RandomGenerator random,
        Telemetry telemetry,
        @Nullable Alerts alerts) {

    /** Copies the rules. */
    public Parts {
        failures = List.copyOf(failures);
        results = List.copyOf(results);
    }
}
