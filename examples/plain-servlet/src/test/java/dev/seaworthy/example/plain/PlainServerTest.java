// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.test.ProblemAssert;
import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawHttp;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlainServerTest {

    private static Server server;
    private static RawHttp http;

    @BeforeAll
    static void start() throws Exception {
        server = PlainServer.start(0);
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        http = new RawHttp(URI.create("http://localhost:" + port), Duration.ofSeconds(20));
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    private static RawAnswer send(String requestLine) {
        return http.exchange(requestLine + " HTTP/1.1\r\nHost: " + http.authority() + "\r\n\r\n", false);
    }

    @Test
    void happyPathStaysAsItIs() {
        RawAnswer answer = send("GET /half?of=8");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualToIgnoringNewLines("4");
        assertThat(answer.header("X-Correlation-Id")).isPresent();
    }

    @Test
    void everythingElseIsAProblem() {
        ProblemAssert.assertThat(send("GET /half?of=a-pizza").body())
                .hasStatus(500)
                .hasCode("INTERNAL_ERROR");
        ProblemAssert.assertThat(send("GET /nothing").body()).hasStatus(404).hasCode("NOT_FOUND");
        RawAnswer delete = send("DELETE /half");
        ProblemAssert.assertThat(delete.body()).hasStatus(405).hasCode("METHOD_NOT_ALLOWED");
        assertThat(delete.header("Allow")).contains("GET, HEAD, OPTIONS");
        RawAnswer refused = send("GET /half of it");
        ProblemAssert.assertThat(refused.body()).hasStatus(400).hasCode("BAD_REQUEST");
        assertThat(refused.header("Server").orElse("")).isEmpty();
    }
}
