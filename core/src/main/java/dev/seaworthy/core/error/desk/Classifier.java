// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.trace.CauseChain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the rules, in order, what a failure is. */
final class Classifier {

    private final List<FailureRule> rules;
    private final Guard guard;

    Classifier(List<FailureRule> rules, Guard guard) {
        this.rules = List.copyOf(rules);
        this.guard = guard;
    }

    /** Never null and never throws: what nobody knows is our bug. */
    Classification classify(CauseChain chain) {
        Classification known = firstAnswer(chain.causes());
        if (known == null) {
            // Last, for what failed while cleaning up must not hide what failed first.
            known = firstAnswer(chain.suppressed());
        }
        return known != null ? known : Classification.of(FailureClass.BUG);
    }

    private @Nullable Classification firstAnswer(List<Throwable> links) {
        for (FailureRule rule : rules) {
            for (Throwable link : links) {
                Classification answer = guard.ask(Guard.name(rule), () -> rule.classify(link));
                if (answer != null) {
                    return answer;
                }
            }
        }
        return null;
    }
}
