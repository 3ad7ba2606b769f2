// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import dev.seaworthy.core.error.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets another room add headers to every problem before it is written. Must not write the body; one that throws is
 * skipped.
 */
@FunctionalInterface
public interface ResponseDecorator {

    /** Adds headers. */
    void decorate(HttpServletRequest request, HttpServletResponse response, Problem problem);
}
