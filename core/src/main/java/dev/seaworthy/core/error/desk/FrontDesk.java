// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.trace.CauseChain;
import dev.seaworthy.core.error.trace.Fingerprint;
import dev.seaworthy.core.telemetry.Telemetry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The desk itself: each step on its own, so that one that fails costs only what it would have added. */
record FrontDesk(
        Classifier classifier, ProblemMaker maker, FailureLog log, Alarm alarm, Guard guard, Telemetry telemetry)
        implements ErrorDesk {

    @Override
    public Problem report(Throwable failure, Locale locale) {
        CauseChain chain = CauseChain.of(failure);
        return take(classifier.classify(chain), chain, locale);
    }

    @Override
    public Problem report(Throwable failure, Classification classification, Locale locale) {
        return take(classification, CauseChain.of(failure), locale);
    }

    @Override
    public Problem refuse(Classification refusal, Locale locale) {
        return take(refusal, null, locale);
    }

    private Problem take(Classification found, @Nullable CauseChain chain, Locale locale) {
        String correlationId = guard.ask("correlation", FrontDesk::correlationId);
        Problem made = guard.ask("problem", () -> maker.make(found, correlationId, locale));
        Problem problem = made != null ? made : maker.bare(found, correlationId);
        Fingerprint print = chain == null ? null : guard.ask("fingerprint", () -> Fingerprint.of(chain));
        Incident incident = new Incident(problem, found, chain, print);
        guard.run("log", () -> log.write(incident));
        guard.run("telemetry", () -> count(found.failureClass()));
        guard.run("alerts", () -> alarm.consider(incident));
        return problem;
    }

    private void count(FailureClass failureClass) {
        telemetry.count("seaworthy.error", "class", failureClass.name());
    }

    private static @Nullable String correlationId() {
        Correlation current = Correlation.current();
        return current == null ? null : current.id().value();
    }
}
