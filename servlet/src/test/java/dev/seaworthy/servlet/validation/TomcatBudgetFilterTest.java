// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.validation;

import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.servlet.error.TomcatTestServer;
import dev.seaworthy.servlet.tomcat.TomcatBodies;
import jakarta.servlet.ServletContext;
import java.util.function.Consumer;

class TomcatBudgetFilterTest extends BudgetFilterContract {

    @Override
    TestServer start(Consumer<ServletContext> app) throws Exception {
        return new TomcatTestServer(app, tomcat -> TomcatBodies.leaveUnread(tomcat.getHost()));
    }
}
