// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.plain;

import dev.seaworthy.servlet.SeaworthyFilters;
import dev.seaworthy.servlet.jetty.SeaworthyErrorHandler;
import dev.seaworthy.servlet.jetty.SeaworthyJetty;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** One servlet that knows only the happy path; {@code PORT} overrides 8080. */
public final class PlainServer {

    private PlainServer() {}

    /** Runs until it is killed. */
    public static void main(String[] args) throws Exception {
        start(Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"))).join();
    }

    static Server start(int port) throws Exception {
        SeaworthyFilters seaworthy = SeaworthyFilters.withDefaults();
        ServletContextHandler app = new ServletContextHandler("/");
        app.addServletContainerInitializer((none, context) -> {
            seaworthy.register(context);
            context.addServlet("half", new Half()).addMapping("/half");
        });
        Server server = new Server(port);
        server.setHandler(app);
        SeaworthyJetty.install(
                server,
                new SeaworthyErrorHandler(
                        seaworthy.errorDesk(),
                        seaworthy.correlations(),
                        seaworthy.correlationHeader(),
                        seaworthy.lastResortHeaders()));
        server.start();
        return server;
    }

    private static final class Half extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            response.getWriter().println(Integer.parseInt(request.getParameter("of")) / 2);
        }
    }
}
