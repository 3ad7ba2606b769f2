// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.plain.PlainApp;
import dev.seaworthy.servlet.SeaworthyFilters;
import dev.seaworthy.servlet.jetty.SeaworthyErrorHandler;
import dev.seaworthy.servlet.jetty.SeaworthyJetty;
import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawHttp;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the storm has found. */
class UnreadableRequestTest {

    private static final Server SERVER = new Server(new InetSocketAddress("127.0.0.1", 0));

    @BeforeAll
    static void start() throws Exception {
        SeaworthyFilters filters = SeaworthyFilters.withDefaults();
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer((none, servlets) -> PlainApp.register(servlets, filters));
        SERVER.setHandler(context);
        SeaworthyJetty.install(
                SERVER,
                new SeaworthyErrorHandler(
                        filters.errorDesk(),
                        filters.correlations(),
                        filters.correlationHeader(),
                        filters.lastResortHeaders()));
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @Test
    void aLanguageThatIsNoneGetsAnAnswerOutsideOfEveryContext() {
        RawAnswer answer = answer("OPTIONS *", "Accept-Language: -)fExo\"z5rGm~ih:zOHKgq];CX}cE");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(answer.header("Content-Language")).contains("en");
    }

    private static RawAnswer answer(String line, String header) {
        URI uri = URI.create("http://127.0.0.1:" + ((ServerConnector) SERVER.getConnectors()[0]).getLocalPort());
        return new RawHttp(uri, Duration.ofSeconds(20))
                .exchange(line + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\nConnection: close\r\n\r\n", false);
    }
}
