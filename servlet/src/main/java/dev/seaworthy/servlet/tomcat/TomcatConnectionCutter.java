// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.tomcat;

import dev.seaworthy.servlet.client.ConnectionCutter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.Response;
import org.apache.catalina.connector.ResponseFacade;

/** Cuts a Tomcat connection off with the one exception that Tomcat neither logs nor looks up an error page for. */
public final class TomcatConnectionCutter implements ConnectionCutter {

    /** For the service loader. */
    public TomcatConnectionCutter() {}

    @Override
    public Optional<IOException> cut(HttpServletResponse response) {
        if (!(response instanceof ResponseFacade || response instanceof Response)) {
            return Optional.empty();
        }
        // Tomcat's debug log reads the cause's message without a look whether there is a cause.
        return Optional.of(new ClientAbortException(new IOException("response failed after it was committed")));
    }
}
