// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.door;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import dev.seaworthy.core.outbound.breaker.BreakerSettings;
import dev.seaworthy.core.outbound.retry.RetrySettings;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Sets up an {@link ExternalService}. Everything is optional. Not thread-safe; the door that it builds is. */
public final class ExternalServiceBuilder {

    /** Called by {@link ExternalService#named}. */
    public ExternalServiceBuilder(String name) {}

    /** Everything that can be chosen, at once. Replaces what was chosen before. */
    public ExternalServiceBuilder settings(OutboundSettings chosen) {
        return this;
    }

    /** How long a call may take in all. */
    public ExternalServiceBuilder timeout(Duration total) {
        return this;
    }

    /** How long one attempt may take. */
    public ExternalServiceBuilder attemptTimeout(Duration each) {
        return this;
    }

    /** So many attempts may be under way at once. */
    public ExternalServiceBuilder maxConcurrent(int permits) {
        return this;
    }

    /** The work runs on a thread of the door's own, a virtual one where the JDK has them. */
    public ExternalServiceBuilder isolated() {
        return this;
    }

    /** Whether and when to try again. */
    public ExternalServiceBuilder retry(RetrySettings chosen) {
        return this;
    }

    /** When to stop calling. */
    public ExternalServiceBuilder breaker(BreakerSettings chosen) {
        return this;
    }

    /** One more status by which the service says no in words of its business. */
    public ExternalServiceBuilder refusal(Refusal refusal) {
        return this;
    }

    /** What exceptions mean; asked before everything that is built in, in the order given. */
    public ExternalServiceBuilder classify(FailureRule rule) {
        return this;
    }

    /** Which results are failures; asked before everything that is built in, in the order given. */
    public ExternalServiceBuilder classifyResult(ResultRule rule) {
        return this;
    }

    /** The clock. */
    public ExternalServiceBuilder time(TimeSource source) {
        return this;
    }

    /** Where waits and keys get their randomness from; must be thread-safe. */
    public ExternalServiceBuilder random(RandomGenerator source) {
        return this;
    }

    /** Where calls are counted. */
    public ExternalServiceBuilder telemetry(Telemetry counters) {
        return this;
    }

    /** Who is told when the circuit opens; nobody, unless given. */
    public ExternalServiceBuilder alerts(Alerts told) {
        return this;
    }

    /**
     * Opens the door.
     *
     * @throws IllegalArgumentException if the name or a setting cannot be right
     */
    public ExternalService build() {
        throw new UnsupportedOperationException("skeleton");
    }
}
