// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import dev.seaworthy.servlet.error.FailureObserver;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Hands a swallowed throwable to the request's observation, so that traces and metrics tell of it. */
final class ObservedFailures implements FailureObserver {

    @Override
    public void swallowed(HttpServletRequest request, Throwable failure) {
        ServerHttpObservationFilter.findObservationContext(request).ifPresent(context -> context.setError(failure));
    }
}
