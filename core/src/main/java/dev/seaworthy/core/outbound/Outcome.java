// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call: the two cases are all there are, so a {@code switch} over them forgets nothing. Immutable.
 */
public sealed interface Outcome<T extends @Nullable Object> permits Completed, Failed {

    /**
     * The value, for those who prefer exceptions.
     *
     * @throws ServiceFailedException if it failed
     */
    T orThrow();

    /** The value, or what the fallback makes of the failure. What the fallback throws passes through. */
    T orElse(Function<? super Failed<T>, ? extends T> fallback);
}
