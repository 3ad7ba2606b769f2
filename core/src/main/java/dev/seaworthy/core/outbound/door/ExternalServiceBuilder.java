// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.door;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import dev.seaworthy.core.outbound.breaker.BreakerSettings;
import dev.seaworthy.core.outbound.engine.GuardedDoor;
import dev.seaworthy.core.outbound.engine.Parts;
import dev.seaworthy.core.outbound.retry.RetrySettings;
import dev.seaworthy.core.redact.Redact;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sets up an {@link ExternalService}. Everything is optional. Not thread-safe; the door that it builds is. */
public final class ExternalServiceBuilder {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Of the thread that draws, so that nobody waits for anybody. */
    private static final RandomGenerator OF_THE_THREAD =
            () -> ThreadLocalRandom.current().nextLong();

    private final String name;
    private final List<FailureRule> failures = new ArrayList<>();
    private final List<ResultRule> results = new ArrayList<>();
    private OutboundSettings settings = OutboundSettings.withDefaults();
    private TimeSource time = TimeSource.system();
    private RandomGenerator random = OF_THE_THREAD;
    private Telemetry telemetry = new Telemetry();
    private @Nullable Alerts alerts;

    /** Called by {@link ExternalService#named}. */
    public ExternalServiceBuilder(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("outbound service name is not usable, got '" + Redact.line(name, 80)
                    + "'; write up to 63 lower-case letters, digits and -, such as stripe: a name for the service, not"
                    + " for a URL");
        }
        this.name = name;
    }

    /** Everything that can be chosen, at once. Replaces what was chosen before. */
    public ExternalServiceBuilder settings(OutboundSettings chosen) {
        settings = chosen;
        return this;
    }

    /** How long a call may take in all; an attempt gets three tenths of it, unless told otherwise afterwards. */
    public ExternalServiceBuilder timeout(Duration total) {
        return settings(settings.withTimeout(total));
    }

    /** How long one attempt may take. */
    public ExternalServiceBuilder attemptTimeout(Duration each) {
        return settings(settings.withAttemptTimeout(each));
    }

    /** So many attempts may be under way at once. */
    public ExternalServiceBuilder maxConcurrent(int permits) {
        return settings(settings.withMaxConcurrent(permits));
    }

    /** The work runs on a thread of the door's own, a virtual one where the JDK has them. */
    public ExternalServiceBuilder isolated() {
        return settings(settings.withIsolated(true));
    }

    /** Whether and when to try again. */
    public ExternalServiceBuilder retry(RetrySettings chosen) {
        return settings(settings.withRetry(chosen));
    }

    /** When to stop calling. */
    public ExternalServiceBuilder breaker(BreakerSettings chosen) {
        return settings(settings.withBreaker(chosen));
    }

    /** One more status by which the service says no in words of its business. */
    public ExternalServiceBuilder refusal(Refusal refusal) {
        List<Refusal> more = new ArrayList<>(settings.refusals());
        more.add(refusal);
        return settings(settings.withRefusals(more));
    }

    /** What exceptions mean; asked before everything that is built in, in the order given. */
    public ExternalServiceBuilder classify(FailureRule rule) {
        failures.add(rule);
        return this;
    }

    /** Which results are failures; asked before everything that is built in, in the order given. */
    public ExternalServiceBuilder classifyResult(ResultRule rule) {
        results.add(rule);
        return this;
    }

    /** The clock. */
    public ExternalServiceBuilder time(TimeSource source) {
        time = source;
        return this;
    }

    /**
     * Where waits and keys get their randomness from; must be thread-safe. No secret depends on it, so the cheap source of
     * the thread will do.
     */
    public ExternalServiceBuilder random(RandomGenerator source) {
        random = source;
        return this;
    }

    /** Where calls are counted. */
    public ExternalServiceBuilder telemetry(Telemetry counters) {
        telemetry = counters;
        return this;
    }

    /** Who is told when the circuit opens; nobody, unless given. */
    public ExternalServiceBuilder alerts(Alerts told) {
        alerts = told;
        return this;
    }

    /** Opens the door. */
    public ExternalService build() {
        return new GuardedDoor(new Parts(name, failures, results, time, random, telemetry, alerts), settings);
    }
}
