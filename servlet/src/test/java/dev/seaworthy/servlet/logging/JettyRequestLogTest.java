// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import dev.seaworthy.servlet.error.JettyTestServer;

class JettyRequestLogTest extends RequestLogContract {

    JettyRequestLogTest() {
        super(app -> new JettyTestServer(app, jetty -> {}));
    }
}
