// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.ratelimit;

import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.servlet.error.TomcatTestServer;
import jakarta.servlet.ServletContext;
import java.util.function.Consumer;

class TomcatRateLimitFilterTest extends RateLimitFilterContract {

    @Override
    TestServer start(Consumer<ServletContext> app) throws Exception {
        return new TomcatTestServer(app, server -> {});
    }
}
