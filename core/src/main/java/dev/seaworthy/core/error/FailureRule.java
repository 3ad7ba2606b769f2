// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import java.util.function.Function;
import java.util.function.Predicate;
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

    /** Throwables of this type, its subtypes included, are always the same. */
    static FailureRule on(Class<? extends Throwable> type, Classification classification) {
        return link -> type.isInstance(link) ? classification : null;
    }

    /** Throwables of this type, its subtypes included, say themselves what they are; null passes them on. */
    static <T extends Throwable> FailureRule on(
            Class<T> type, Function<? super T, ? extends @Nullable Classification> classify) {
        return link -> type.isInstance(link) ? classify.apply(type.cast(link)) : null;
    }

    /** Throwables of which the predicate is true are always the same. */
    static FailureRule when(Predicate<? super Throwable> predicate, Classification classification) {
        return link -> predicate.test(link) ? classification : null;
    }
}
