// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance;

import dev.seaworthy.conformance.storm.PlainStorm;
import dev.seaworthy.servlet.SeaworthyFilters;
import dev.seaworthy.servlet.tomcat.SeaworthyErrorReportValve;
import dev.seaworthy.servlet.tomcat.SeaworthyTomcat;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.bridge.SLF4JBridgeHandler;

class StormTest extends PlainStorm {

    @TempDir
    static Path work;

    private final Tomcat tomcat = new Tomcat();

    @Override
    protected int start(SeaworthyFilters filters) throws Exception {
        // Tomcat logs to java.util.logging; the storm must not be told on the console.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        tomcat.setBaseDir(work.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer((none, servlets) -> register(servlets), Set.of());
        SeaworthyTomcat.install(
                tomcat,
                new SeaworthyErrorReportValve(
                        filters.errorDesk(),
                        filters.problemWriter(),
                        filters.correlations(),
                        filters.correlationHeader()));
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    protected void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        SLF4JBridgeHandler.uninstall();
    }
}
