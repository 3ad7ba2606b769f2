// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import jakarta.servlet.ServletContext;
import java.nio.file.Files;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

public final class TomcatTestServer implements TestServer {

    private final Tomcat tomcat = new Tomcat();

    public TomcatTestServer(Consumer<ServletContext> app, Consumer<Tomcat> more) throws Exception {
        tomcat.setBaseDir(Files.createTempDirectory("tomcat-test").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setMaxPostSize(10_000);
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer((classes, servletContext) -> app.accept(servletContext), Set.of());
        more.accept(tomcat);
        tomcat.start();
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
