// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance;

import dev.seaworthy.conformance.storm.PlainStorm;
import dev.seaworthy.servlet.SeaworthyFilters;
import dev.seaworthy.servlet.jetty.SeaworthyErrorHandler;
import dev.seaworthy.servlet.jetty.SeaworthyJetty;
import java.net.InetSocketAddress;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

class StormTest extends PlainStorm {

    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));

    @Override
    protected int start(SeaworthyFilters filters) throws Exception {
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer((none, servlets) -> register(servlets));
        server.setHandler(context);
        SeaworthyJetty.install(
                server,
                new SeaworthyErrorHandler(
                        filters.errorDesk(),
                        filters.correlations(),
                        filters.correlationHeader(),
                        filters.lastResortHeaders()));
        server.start();
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    protected void stop() throws Exception {
        server.stop();
    }
}
