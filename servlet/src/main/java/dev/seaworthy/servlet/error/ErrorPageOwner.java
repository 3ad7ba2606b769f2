// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Says where the app answers failures itself: its own error controller, or its own error view for browsers. There,
 * Seaworthy lets the failure pass to the container as if it were not there.
 */
@FunctionalInterface
public interface ErrorPageOwner {

    /** Nobody but Seaworthy. */
    ErrorPageOwner NONE = (request, status) -> false;

    /** Whether the app answers this request's failure itself. */
    boolean owns(HttpServletRequest request, int status);
}
