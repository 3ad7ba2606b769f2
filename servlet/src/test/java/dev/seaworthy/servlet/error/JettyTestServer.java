// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import jakarta.servlet.ServletContext;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

public final class JettyTestServer implements TestServer {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    public JettyTestServer(Consumer<ServletContext> app, Consumer<Server> more) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.setMaxFormContentSize(10_000);
        context.addServletContainerInitializer((classes, servletContext) -> app.accept(servletContext));
        server.setHandler(context);
        more.accept(server);
        server.start();
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
