// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.judge;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.error.rule.FailsWithRule;
import dev.seaworthy.core.error.trace.CauseChain;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import dev.seaworthy.core.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what an exception or a result is. A rule that throws is skipped, counted, and logged once for each door. */
public final class Judge {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.outbound");

    private final String service;
    private final List<FailureRule> first;
    private final List<FailureRule> last = List.of(new FailsWithRule(), new ServiceRule());
    private final List<ResultRule> results;
    private final Telemetry telemetry;
    private final AtomicBoolean told = new AtomicBoolean();

    /** Asks the app's rules before all others. */
    public Judge(String service, List<FailureRule> failures, List<ResultRule> results, Telemetry telemetry) {
        this.service = service;
        this.first = new ArrayList<>(failures);
        this.first.add(link -> link instanceof ProblemException problem ? problem.classification() : null);
        this.results = List.copyOf(results);
        this.telemetry = telemetry;
    }

    /** Never null: what nobody knows is our bug. */
    public Classification failure(CallPlan plan, Throwable thrown) {
        List<Throwable> links = CauseChain.of(thrown).causes();
        Classification found = ask(first, links);
        FailureRule client = plan.failures();
        if (found == null && client != null) {
            found = ask(List.of(client), links);
        }
        if (found == null) {
            found = ask(last, links);
        }
        return found == null ? Classification.of(FailureClass.BUG) : found;
    }

    /** Null when it is no failure. */
    public @Nullable Classification result(CallPlan plan, @Nullable Object result) {
        if (result == null) {
            return null;
        }
        for (int i = 0; i < results.size(); i++) {
            ResultRule rule = results.get(i);
            Classification found = guarded(() -> rule.classify(result));
            if (found != null) {
                return found;
            }
        }
        ResultRule client = plan.results();
        return client == null ? null : guarded(() -> client.classify(result));
    }

    private @Nullable Classification ask(List<FailureRule> rules, List<Throwable> links) {
        for (FailureRule rule : rules) {
            for (Throwable link : links) {
                Classification found = guarded(() -> rule.classify(link));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable Classification guarded(Supplier<@Nullable Classification> question) {
        try {
            return question.get();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError broken) {
            telemetry.count("seaworthy.outbound.rule_failed", "service", service);
            if (told.compareAndSet(false, true)) {
                warn(broken);
            }
            return null;
        }
    }

    private void warn(Throwable broken) {
        try {
            LOG.warn(
                    "a rule of service '{}' failed and is skipped; mend it, further failures of its rules are counted as"
                            + " seaworthy.outbound.rule_failed and not logged",
                    service,
                    broken);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError logBroken) {
            // Nobody is left to tell, and the call goes on.
        }
    }
}
