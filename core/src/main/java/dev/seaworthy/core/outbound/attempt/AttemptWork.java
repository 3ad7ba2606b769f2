// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.attempt;

import org.jspecify.annotations.Nullable;

/** The call itself. Run once for each attempt. */
@FunctionalInterface
public interface AttemptWork<T extends @Nullable Object> {

    /**
     * Calls the service.
     *
     * @return the answer; one that is not handed on because another attempt follows is closed, where it is
     *     {@link AutoCloseable}
     */
    T run(Attempt attempt) throws Exception;
}
