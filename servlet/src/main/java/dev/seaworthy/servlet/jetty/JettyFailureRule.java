// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.jetty;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.HttpStatuses;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/** Knows what Jetty throws when a client sends too much, sends garbage, or leaves. Thread-safe. */
public final class JettyFailureRule implements FailureRule {

    /** A rule without state. */
    public JettyFailureRule() {}

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (link instanceof EofException) {
            return Classification.of(FailureClass.CALLER_GONE);
        }
        if (link instanceof HttpException refusal && refusal.getCode() >= 400 && refusal.getCode() < 500) {
            return HttpStatuses.classify(refusal.getCode());
        }
        return null;
    }
}
