// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets Boot print the sentence instead of a stack trace. */
final class BadServiceAnalyzer extends AbstractFailureAnalyzer<BadService> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadService cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
