// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import dev.seaworthy.servlet.error.JettyTestServer;
import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.servlet.jetty.SeaworthyErrorHandler;
import dev.seaworthy.servlet.jetty.SeaworthyJetty;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

class JettyHeadersTest extends HeadersContract {

    private ServerConnector secure;

    JettyHeadersTest() throws Exception {}

    @Override
    TestServer start(TestCertificates certificates, Path files) throws Exception {
        return new JettyTestServer(this::assemble, server -> {
            addTls(server, certificates);
            SeaworthyJetty.install(
                    server,
                    new SeaworthyErrorHandler(
                            filters.errorDesk(),
                            filters.correlations(),
                            filters.correlationHeader(),
                            filters.lastResortHeaders()));
            ServletHolder holder = new ServletHolder("files", DefaultServlet.class);
            holder.setInitParameter("baseResource", files.toUri().toString());
            holder.setInitParameter("pathInfoOnly", "true");
            ((ServletContextHandler) server.getHandler()).addServlet(holder, "/files/*");
        });
    }

    private void addTls(Server server, TestCertificates certificates) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setKeyStorePath(certificates.serverStore.toString());
        factory.setKeyStorePassword(TestCertificates.PASSWORD);
        factory.setCertAlias("server");
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.addCustomizer(new SecureRequestCustomizer());
        secure = new ServerConnector(
                server, new SslConnectionFactory(factory, "http/1.1"), new HttpConnectionFactory(configuration));
        secure.setHost("127.0.0.1");
        server.addConnector(secure);
    }

    @Override
    int tlsPort() {
        return secure.getLocalPort();
    }
}
