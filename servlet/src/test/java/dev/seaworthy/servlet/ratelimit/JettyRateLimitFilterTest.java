// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.ratelimit;

import dev.seaworthy.servlet.error.JettyTestServer;
import dev.seaworthy.servlet.error.TestServer;
import jakarta.servlet.ServletContext;
import java.util.function.Consumer;

class JettyRateLimitFilterTest extends RateLimitFilterContract {

    @Override
    TestServer start(Consumer<ServletContext> app) throws Exception {
        return new JettyTestServer(app, server -> {});
    }
}
