// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.mock;

import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.error.rule.FailsWithRule;
import dev.seaworthy.core.error.trace.CauseChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.util.List;

/**
 * What becomes of failures under MockMvc, where no container stands around the app. Thread-safe.
 *
 * @param mode chosen by the app
 * @param appRules the app's own
 */
public record MockMvcFailures(Mode mode, List<FailureRule> appRules) {

    private static final FailureRule ON_THE_EXCEPTION = new FailsWithRule();

    /** What becomes of them. */
    public enum Mode {
        /** They are answered in the one shape, as in production. */
        ANSWER,
        /**
         * Tests see them as without Seaworthy: what nobody handles is thrown, what Spring refuses has its status and reason.
         * What the app has told Seaworthy about is answered.
         */
        THROW
    }

    /** Copies the rules. */
    public MockMvcFailures {
        appRules = List.copyOf(appRules);
    }

    /** Whether the request is MockMvc's, and its failures may be passed on. */
    boolean concerns(ServletRequest request) {
        ServletRequest innermost = request;
        while (innermost instanceof ServletRequestWrapper wrapper) {
            innermost = wrapper.getRequest();
        }
        return mode == Mode.THROW && innermost.getClass().getName().startsWith("org.springframework.mock.web.");
    }

    /** Whether the failure of this request passes as if Seaworthy were not there. */
    public boolean passes(ServletRequest request, Throwable failure) {
        return concerns(request) && CauseChain.of(failure).causes().stream().noneMatch(this::isTold);
    }

    private boolean isTold(Throwable link) {
        return link instanceof ProblemException
                || ON_THE_EXCEPTION.classify(link) != null
                || appRules.stream().anyMatch(rule -> knows(rule, link));
    }

    private static boolean knows(FailureRule rule, Throwable link) {
        try {
            return rule.classify(link) != null;
        } catch (RuntimeException broken) {
            return false;
        }
    }
}
