// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.test.ProblemAssert;
import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawAnswer.End;
import dev.seaworthy.test.http.RawHttp;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What no filter ever sees, over real sockets and with the whole set-up; every container passes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContainerLevelContract {

    final SeaworthyFilters filters = SeaworthyFilters.withDefaults();
    private TestServer server;
    private RawHttp http;

    abstract TestServer start() throws Exception;

    @BeforeAll
    void startIt() throws Exception {
        server = start();
        http = new RawHttp(server.uri(), Duration.ofSeconds(20));
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    /** What both servers run. */
    final void register(ServletContext context) {
        filters.register(context);
        context.addServlet("hello", new Hello()).addMapping("/hello");
        context.addServlet("read", new Read()).addMapping("/read");
    }

    /** Reads all that comes. */
    static final class Read extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
        }
    }

    static final class Hello extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
    }

    RawAnswer send(String request) {
        return http.exchange(request.replace("{host}", http.authority()), false);
    }

    static void assertRefused(RawAnswer answer, int... statuses) {
        assertThat(statuses).as("%s", answer).contains(answer.status());
        assertThat(answer.end()).isEqualTo(End.COMPLETE);
        assertThat(answer.values("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.values("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.values("Cache-Control")).containsExactly("no-store");
        assertThat(answer.values("X-Correlation-Id")).hasSize(1);
        assertThat(answer.header("Server").orElse("")).doesNotContain("12.");
        ProblemAssert.assertThat(answer.body())
                .hasStatus(answer.status())
                .hasCorrelationId(answer.header("X-Correlation-Id").orElseThrow());
    }

    @Test
    void malformedRequestLineIsAnsweredInTheOneShape() {
        assertRefused(send("GET /hello {canary} HTTP/1.1\r\nHost: {host}\r\n\r\n"), 400);
        assertRefused(send("GET /he<llo HTTP/1.1\r\nHost: {host}\r\n\r\n"), 400);
        assertRefused(send("{}\r\n\r\n"), 400);
    }

    @Test
    void badHeaderIsAnsweredInTheOneShape() {
        assertRefused(send("GET /hello HTTP/1.1\r\nHost: {host}\r\nBad {header}: 1\r\n\r\n"), 400);
        assertRefused(send("GET /hello HTTP/1.1\r\n\r\n"), 400);
    }

    @Test
    void correlationHeaderThatBreaksOffIsAnsweredInTheOneShape() {
        assertRefused(send("GET /hello HTTP/1.1\r\nHost: {host}\r\nX-Correlation-Id: broken\0off\r\n\r\n"), 400);
    }

    @Test
    void largeHeaderIsAnsweredInTheOneShape() {
        assertRefused(
                send("GET /hello HTTP/1.1\r\nHost: {host}\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n"), 400, 431);
    }

    @Test
    void ambiguousPathIsAnsweredInTheOneShape() {
        assertRefused(send("GET /hello%2fthere HTTP/1.1\r\nHost: {host}\r\n\r\n"), 400, 404);
        assertRefused(send("GET /%zz HTTP/1.1\r\nHost: {host}\r\n\r\n"), 400);
    }

    @Test
    void pathOutsideOfEveryServletIsAnsweredInTheOneShapeWithTheIdSent() {
        RawAnswer answer = send("GET /nothing HTTP/1.1\r\nHost: {host}\r\nX-Correlation-Id: sent-by-me-1\r\n\r\n");
        assertRefused(answer, 404);
        assertThat(answer.header("X-Correlation-Id")).contains("sent-by-me-1");
    }

    @Test
    void longListOfLanguagesIsAnsweredInTheOneShape() {
        assertRefused(
                send("GET /nothing HTTP/1.1\r\nHost: {host}\r\nAccept-Language: " + "xx-YY,".repeat(1_000)
                        + "de\r\n\r\n"),
                404);
    }

    @Test
    void unknownMethodIsAnsweredInTheOneShape() {
        assertRefused(send("FROB /hello HTTP/1.1\r\nHost: {host}\r\n\r\n"), 400, 405, 501);
    }

    @Test
    void unknownVersionIsAnsweredInTheOneShapeWhateverIsAsked() {
        for (String line : List.of("GET /hello", "OPTIONS *", "GET *", "TRACE /")) {
            RawAnswer answer = send(line + " HTTP/7.1\r\nHost: {host}\r\nX-Correlation-Id: sent-by-me-1\r\n\r\n");
            assertRefused(answer, 400, 405, 505);
        }
        // Containers use their requests again: nothing of the last one may be left.
        assertRefused(send("GET /nothing HTTP/1.1\r\nHost: {host}\r\n\r\n"), 404);
    }

    @Test
    void badHeaderOfATunnelIsAnsweredInTheOneShape() {
        assertRefused(send("CONNECT {host} HTTP/1.1\r\nHost: {host}\r\nAccept: a\0b\r\n\r\n"), 400, 501);
        assertRefused(send("CONNECT {host} HTTP/1.1\r\nHost: {host}:3x\r\n\r\n"), 400, 501);
    }

    @Test
    void whoStopsInTheMiddleOfARequestAndListensIsAnsweredInTheOneShape() {
        RawAnswer answer = http.exchangeUnfinished("POST /read HTTP/1.1\r\nHost: " + http.authority()
                + "\r\nContent-Length: 100\r\nX-Correlation-Id: sent-by-me-1\r\n\r\nhalf of it");
        assertRefused(answer, 400);
        assertThat(answer.header("X-Correlation-Id")).contains("sent-by-me-1");
        assertThat(answer.body()).contains("\"retryable\":false");
    }

    @Test
    void browserGetsAPage() {
        RawAnswer answer =
                send("GET /%zz HTTP/1.1\r\nHost: {host}\r\nAccept: text/html,*/*;q=0.8\r\nConnection: close\r\n\r\n");
        // A container that gave up before the headers cannot know who asks.
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isNotBlank();
    }
}
