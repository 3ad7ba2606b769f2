// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.jetty;

import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;

/** Installs the error page of last resort in an embedded Jetty. */
public final class SeaworthyJetty {

    private SeaworthyJetty() {}

    /**
     * Into a server, before its start, for what reaches no context; the connectors there so far no longer tell Jetty's
     * version.
     */
    public static void install(Server server, SeaworthyErrorHandler handler) {
        server.setErrorHandler(handler);
        for (Connector connector : server.getConnectors()) {
            for (ConnectionFactory factory : connector.getConnectionFactories()) {
                if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                    http.getHttpConfiguration().setSendServerVersion(false);
                    http.getHttpConfiguration().setSendXPoweredBy(false);
                }
            }
        }
    }

    /** Into a context, in place of its error pages, for what fails outside of the filters. */
    public static void install(ContextHandler context, SeaworthyErrorHandler handler) {
        context.setErrorHandler(handler);
    }
}
