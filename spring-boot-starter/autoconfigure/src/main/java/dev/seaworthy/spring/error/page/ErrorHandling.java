// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.page;

import jakarta.servlet.http.HttpServletRequest;

/** What an app has of its own for failures, in the types of its Boot line. Asked at failures only; thread-safe. */
public interface ErrorHandling {

    /** Whether there is an error controller at all; without one, nobody renders error views. */
    boolean hasController();

    /** Whether the error controller, or the error attributes, are not Boot's. */
    boolean isOwn();

    /** Whether an error view for browsers is found for the status. */
    boolean resolvesView(HttpServletRequest request, int status);

    /** Whether the app registered an error page with the web server: for the status, or for all failures. */
    boolean registersPage(int status);
}
