// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Recognises one kind of failure. Must be thread-safe and quick; one that throws is skipped, and its own failure logged.
 */
@FunctionalInterface
public interface FailureRule {

    /**
     * Looks at one throwable of a failure: its causes and suppressed ones are offered separately.
     *
     * @return null if this rule does not know it
     */
    @Nullable
    Classification classify(Throwable link);
}
