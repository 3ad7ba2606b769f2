// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound;

import dev.seaworthy.core.error.Classification;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * There is no usable answer, and this is why.
 *
 * @param service the name of the service
 * @param classification what the failure is: whether it surely did not happen, when to come back, what the client may see
 * @param attempts how many attempts reached out, 0 when the door let none out
 * @param cause what the last attempt threw; null where it answered a failing result, or nothing was tried
 * @param result what the last attempt returned, null unless a result is what failed
 */
public record Failed<T extends @Nullable Object>(
        String service,
        Classification classification,
        int attempts,
        @Nullable Throwable cause,
        @Nullable Object result) implements Outcome<T> {

    @Override
    public T orThrow() {
        throw new ServiceFailedException(this);
    }

    @Override
    public T orElse(Function<? super Failed<T>, ? extends T> fallback) {
        return fallback.apply(this);
    }
}
