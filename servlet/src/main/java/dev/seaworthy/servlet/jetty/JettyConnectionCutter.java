// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.jetty;

import dev.seaworthy.servlet.client.ConnectionCutter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.io.EofException;

/** Cuts a Jetty connection off with an exception that Jetty counts among the quiet ones. */
public final class JettyConnectionCutter implements ConnectionCutter {

    /** For the service loader. */
    public JettyConnectionCutter() {}

    @Override
    public Optional<IOException> cut(HttpServletResponse response) {
        // The servlet response's class differs by Jakarta EE version, and this code knows none of them.
        return response.getClass().getName().startsWith("org.eclipse.jetty.")
                ? Optional.of(new EofException("response failed after it was committed"))
                : Optional.empty();
    }
}
