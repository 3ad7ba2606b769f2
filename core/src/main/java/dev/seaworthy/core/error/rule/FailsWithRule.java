// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureRule;
import org.jspecify.annotations.Nullable;

/** Reads {@link FailsWith}. Thread-safe. */
public final class FailsWithRule implements FailureRule {

    @Override
    public @Nullable Classification classify(Throwable link) {
        FailsWith says = link.getClass().getAnnotation(FailsWith.class);
        if (says == null) {
            return null;
        }
        Classification row = Classification.of(says.failureClass());
        Classification coded = says.code().isEmpty() ? row : row.withCode(says.code());
        return says.status() == 0 ? coded : coded.withStatus(says.status());
    }
}
