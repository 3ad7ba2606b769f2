// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.run;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.queue.store.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a run. Immutable.
 *
 * @param settlement for the store
 * @param reached what the run says about the service
 * @param result what the handler brought back
 * @param classification what the failure is; null without one
 * @param cause what the handler threw
 */
public record Verdict(
        Settlement settlement,
        Reached reached,
        @Nullable Object result,
        @Nullable Classification classification,
        @Nullable Throwable cause) {

    /** What a run says about the service. */
    public enum Reached {
        /** It answered. */
        YES,
        /** It did not. */
        NO,
        /** It was not asked. */
        NOT_ASKED
    }

    static Verdict of(Settlement settlement, Reached reached) {
        return new Verdict(settlement, reached, null, null, null);
    }
}
