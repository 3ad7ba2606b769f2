// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.judge;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.rule.JdkFailureRule;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Behind a door there is no doubt whose connection it was: the service's. */
final class ServiceRule implements FailureRule {

    private static final Classification BROKEN = Classification.of(FailureClass.NO_CERTAIN_ANSWER);

    private final FailureRule jdk = new JdkFailureRule();

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (link instanceof TimeoutException) {
            return Verdicts.TIMED_OUT;
        }
        Classification known = jdk.classify(link);
        return known == null && link instanceof IOException ? BROKEN : known;
    }
}
