// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The service answered, and the answer is no failure.
 *
 * @param value what the work returned, null included
 */
public record Completed<T extends @Nullable Object>(T value) implements Outcome<T> {

    @Override
    public T orThrow() {
        return value;
    }

    @Override
    public T orElse(Function<? super Failed<T>, ? extends T> fallback) {
        return value;
    }
}
