// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import jakarta.servlet.ServletContext;
import java.net.URI;
import java.util.function.Consumer;

/** A real container on a free port of the loopback address. */
public interface TestServer extends AutoCloseable {

    /** Starts a container. */
    @FunctionalInterface
    interface Starter {
        TestServer start(Consumer<ServletContext> app) throws Exception;
    }

    int port();

    default URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }
}
