// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.attempt;

import dev.seaworthy.core.error.Classification;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Recognises results that are failures: a client that returns a 503 as a value. Must be thread-safe and quick; one that
 * throws is skipped, and its own failure logged.
 */
@FunctionalInterface
public interface ResultRule {

    /**
     * Looks at one result, never null.
     *
     * @return null if this rule takes it for no failure
     */
    @Nullable
    Classification classify(Object result);

    /** Results of this type, its subtypes included, say themselves what they are; null is no failure. */
    static <T> ResultRule on(Class<T> type, Function<? super T, ? extends @Nullable Classification> classify) {
        return result -> type.isInstance(result) ? classify.apply(type.cast(result)) : null;
    }
}
