// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.servlet.error.TomcatTestServer;
import dev.seaworthy.servlet.tomcat.SeaworthyErrorReportValve;
import dev.seaworthy.servlet.tomcat.SeaworthyTomcat;

class TomcatContainerLevelTest extends ContainerLevelContract {

    @Override
    TestServer start() throws Exception {
        return new TomcatTestServer(
                context -> {
                    filters.register(context);
                    context.addServlet("hello", new Hello()).addMapping("/hello");
                },
                tomcat -> SeaworthyTomcat.install(
                        tomcat,
                        new SeaworthyErrorReportValve(
                                filters.errorDesk(),
                                filters.problemWriter(),
                                filters.correlations(),
                                filters.correlationHeader())));
    }
}
