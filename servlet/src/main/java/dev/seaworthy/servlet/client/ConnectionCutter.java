// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.client;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * How a container is made to cut a connection off without logging about it. Found with {@link java.util.ServiceLoader}; one
 * whose container is absent is skipped.
 */
public interface ConnectionCutter {

    /**
     * The exception that, thrown out of the outermost filter, cuts the connection off.
     *
     * @param response the container's own response, without wrappers
     * @return empty if this is another container's response
     */
    Optional<IOException> cut(HttpServletResponse response);
}
