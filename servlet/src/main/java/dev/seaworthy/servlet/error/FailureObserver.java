// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import jakarta.servlet.http.HttpServletRequest;

/** Hears of the throwable that an answer swallowed, so that a trace or a metric does not miss it. */
@FunctionalInterface
public interface FailureObserver {

    /** Nobody listens. */
    FailureObserver NONE = (request, failure) -> {};

    /** A throwable was turned into an answer. */
    void swallowed(HttpServletRequest request, Throwable failure);
}
