// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import dev.seaworthy.servlet.error.TomcatTestServer;

class TomcatRequestLogTest extends RequestLogContract {

    TomcatRequestLogTest() {
        super(app -> new TomcatTestServer(app, tomcat -> {}));
    }
}
