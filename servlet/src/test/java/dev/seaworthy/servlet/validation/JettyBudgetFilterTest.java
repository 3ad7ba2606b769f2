// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.validation;

import dev.seaworthy.servlet.error.JettyTestServer;
import dev.seaworthy.servlet.error.TestServer;
import jakarta.servlet.ServletContext;
import java.util.function.Consumer;

class JettyBudgetFilterTest extends BudgetFilterContract {

    @Override
    TestServer start(Consumer<ServletContext> app) throws Exception {
        return new JettyTestServer(app, jetty -> {});
    }
}
