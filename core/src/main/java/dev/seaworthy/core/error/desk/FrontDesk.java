// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.text.AnswerLanguage;
import dev.seaworthy.core.error.trace.CauseChain;
import dev.seaworthy.core.error.trace.Fingerprint;
import dev.seaworthy.core.telemetry.Telemetry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The desk itself: each step on its own, so that one that fails costs only what it would have added. */
record FrontDesk(
        Classifier classifier, ProblemMaker maker, FailureLog log, Alarm alarm, Guard guard, Telemetry telemetry)
        implements ErrorDesk {

    private static final Classification WITH_WORDS = Classification.of(FailureClass.INPUT_INVALID);

    @Override
    public Problem report(Throwable failure, Locale locale) {
        return report(failure, List.of(locale));
    }

    @Override
    public Problem report(Throwable failure, List<Locale> wanted) {
        CauseChain chain = CauseChain.of(failure);
        return take(classify(chain, wanted), chain, wanted);
    }

    @Override
    public Problem report(Throwable failure, Classification classification, Locale locale) {
        return report(failure, classification, List.of(locale));
    }

    @Override
    public Problem report(Throwable failure, Classification classification, List<Locale> wanted) {
        return take(classification, CauseChain.of(failure), wanted);
    }

    @Override
    public Problem refuse(Classification refusal, Locale locale) {
        return refuse(refusal, List.of(locale));
    }

    @Override
    public Problem refuse(Classification refusal, List<Locale> wanted) {
        return take(refusal, null, wanted);
    }

    // Rules say what was refused in the language of the title, which depends on what they find: so a guess goes first.
    private Classification classify(CauseChain chain, List<Locale> wanted) {
        Locale likely = maker.words().title(WITH_WORDS, wanted).locale();
        Classification found = AnswerLanguage.during(likely, () -> classifier.classify(chain));
        if (found.errors().isEmpty() && found.detail() == null) {
            return found;
        }
        Locale spoken = maker.words().title(found, wanted).locale();
        return spoken.equals(likely) ? found : AnswerLanguage.during(spoken, () -> classifier.classify(chain));
    }

    private Problem take(Classification found, @Nullable CauseChain chain, List<Locale> wanted) {
        String correlationId = guard.ask("correlation", FrontDesk::correlationId);
        Problem made = guard.ask("problem", () -> maker.make(found, correlationId, wanted));
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
