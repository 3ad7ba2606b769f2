// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import dev.seaworthy.servlet.error.JettyTestServer;
import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.servlet.jetty.SeaworthyErrorHandler;
import dev.seaworthy.servlet.jetty.SeaworthyJetty;

class JettyContainerLevelTest extends ContainerLevelContract {

    @Override
    TestServer start() throws Exception {
        return new JettyTestServer(
                this::register,
                server -> SeaworthyJetty.install(
                        server,
                        new SeaworthyErrorHandler(
                                filters.errorDesk(),
                                filters.correlations(),
                                filters.correlationHeader(),
                                filters.lastResortHeaders())));
    }
}
