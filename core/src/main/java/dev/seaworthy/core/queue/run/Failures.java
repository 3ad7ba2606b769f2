// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.run;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.error.rule.FailsWithRule;
import dev.seaworthy.core.error.rule.JdkFailureRule;
import dev.seaworthy.core.error.trace.CauseChain;
import java.util.ArrayList;
import java.util.List;

/** What a handler's failure is, by the one table: the app's rules first. Immutable. */
public final class Failures {

    private static final int GATEWAY_TIMEOUT = 504;

    private final List<FailureRule> rules = new ArrayList<>();

    /** The app's own rules, asked in this order. */
    public Failures(List<FailureRule> ofApp) {
        rules.add(link -> link instanceof ProblemException problem ? problem.classification() : null);
        rules.addAll(ofApp);
        rules.add(new FailsWithRule());
        // Whoever interrupts a run gave up waiting for the service, which may have carried the call out.
        rules.add(FailureRule.on(
                InterruptedException.class,
                Classification.of(FailureClass.NO_CERTAIN_ANSWER).withStatus(GATEWAY_TIMEOUT)));
        rules.add(new JdkFailureRule());
    }

    /** Never throws: a rule that does is passed over. */
    Classification classify(Throwable failure) {
        List<Throwable> links = CauseChain.of(failure).causes();
        for (FailureRule rule : rules) {
            for (Throwable link : links) {
                try {
                    Classification found = rule.classify(link);
                    if (found != null) {
                        return found;
                    }
                } catch (RuntimeException broken) {
                    // The next rule may know.
                }
            }
        }
        return Classification.of(FailureClass.BUG);
    }
}
