// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.attempt;

import dev.seaworthy.core.error.FailureRule;
import org.jspecify.annotations.Nullable;

/**
 * What kind of call it is. Immutable, so that an integration keeps a few of them; the {@code with} methods answer a copy.
 *
 * @param idempotent whether doing it twice is doing it once, as with GET, PUT and DELETE
 * @param idempotencyKey the key under which the service recognises a repetition, null where the call has none of its own
 * @param failures what the client's own exceptions mean, asked after the rules of the app; null where the client has none
 * @param results which of the client's results are failures, asked after the rules of the app; null where none are
 */
public record CallPlan(
        boolean idempotent,
        @Nullable String idempotencyKey,
        @Nullable FailureRule failures,
        @Nullable ResultRule results) {

    private static final CallPlan ONCE = new CallPlan(false, null, null, null);
    private static final CallPlan REPEATABLE = new CallPlan(true, null, null, null);

    /** Must not be done twice: tried again only when it surely was not sent, or when a key was sent along. */
    public static CallPlan once() {
        return ONCE;
    }

    /** May be done twice. */
    public static CallPlan repeatable() {
        return REPEATABLE;
    }

    /** With a key of the caller's own; it is asked for by {@link Attempt#idempotencyKey()}. */
    public CallPlan withKey(String key) {
        return new CallPlan(idempotent, key, failures, results);
    }

    /** With a client's own exceptions and results. */
    public CallPlan judgedBy(@Nullable FailureRule newFailures, @Nullable ResultRule newResults) {
        return new CallPlan(idempotent, idempotencyKey, newFailures, newResults);
    }
}
