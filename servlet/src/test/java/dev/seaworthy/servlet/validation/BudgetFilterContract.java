// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import dev.seaworthy.core.validation.budget.BodyPace;
import dev.seaworthy.core.validation.budget.RequestBudget;
import dev.seaworthy.servlet.SeaworthyFilters;
import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawHttp;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the filter promises, over real sockets; every container passes it. */
abstract class BudgetFilterContract {

    private static final int READERS = 3;

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final Telemetry telemetry = new Telemetry();
    private final AtomicInteger seen = new AtomicInteger();
    private final RequestBudget budget = RequestBudget.withDefaults()
            .withMaxBody(1_000)
            .withHead(200, 12, 2_000)
            .withMethods(Set.of("GET", "HEAD", "POST"))
            .withHosts(Set.of("127.0.0.1", "shop.example"))
            .withPace(new BodyPace(240, Duration.ofSeconds(5), READERS));
    private TestServer server;
    private RawHttp http;

    abstract TestServer start(Consumer<ServletContext> app) throws Exception;

    @BeforeEach
    void start() throws Exception {
        SeaworthyFilters filters = SeaworthyFilters.builder()
                .requestBudget(budget)
                .telemetry(telemetry)
                .time(time)
                .build();
        server = start(context -> {
            filters.register(context);
            ServletRegistration.Dynamic app = context.addServlet("app", new Reading());
            app.setAsyncSupported(true);
            app.addMapping("/*");
        });
        http = new RawHttp(server.uri(), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void whatIsWithinTheBudgetIsServed() {
        assertThat(post("/", "x".repeat(1_000)).body()).isEqualTo("1000");
        assertThat(post("/text", "x".repeat(1_000)).body()).isEqualTo("1000");
        assertThat(chunked("/", "x".repeat(1_000)).body()).isEqualTo("1000");
        assertThat(telemetry.totals().keySet()).noneMatch(name -> name.startsWith("seaworthy.validation"));
    }

    @Test
    void aBodyThatSaysItIsTooLongIsRefusedBeforeAnybodyWorks() {
        refused(post("/", "x".repeat(1_001)), 413, "CONTENT_TOO_LARGE");

        assertThat(seen).hasValue(0);
    }

    @Test
    void aBodyThatTurnsOutTooLongIsRefusedWhileItIsRead() {
        refused(chunked("/", "x".repeat(1_001)), 413, "CONTENT_TOO_LARGE");
        refused(chunked("/text", "x".repeat(5_000)), 413, "CONTENT_TOO_LARGE");
        refused(chunked("/wrapping", "x".repeat(5_000)), 413, "CONTENT_TOO_LARGE");
    }

    @Test
    void aClientThatMeansWellReadsItsRefusalAlthoughItSendsALot() {
        refused(post("/", "x".repeat(500_000)), 413, "CONTENT_TOO_LARGE");
        refused(chunked("/", "x".repeat(500_000)), 413, "CONTENT_TOO_LARGE");
    }

    @Test
    void aBodyThatNobodyReadsDoesNotCostTheAnswer() {
        assertThat(post("/unread", "x".repeat(900)).body()).isEqualTo("unread");
    }

    @Test
    void theHeadIsJudgedToo() {
        refused(get("/" + "x".repeat(200), ""), 414, "URI_TOO_LONG");
        refused(get("/?" + "x".repeat(199), ""), 414, "URI_TOO_LONG");
        refused(get("/", "X-A: 1\r\n".repeat(13)), 431, "HEADERS_TOO_LARGE");
        refused(get("/", "X-A: " + "x".repeat(2_000) + "\r\n"), 431, "HEADERS_TOO_LARGE");
        RawAnswer otherMethod =
                http.exchange("DELETE / HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n", false);
        refused(otherMethod, 405, "METHOD_NOT_ALLOWED");
        assertThat(otherMethod.values("Allow")).containsExactly("GET, HEAD, POST");
        refused(
                http.exchange("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", false),
                400,
                "HOST_NOT_SERVED");
        assertThat(seen).hasValue(0);
    }

    @Test
    void aBodyThatDripsIsCutOffWhenItsGraceIsOver() throws IOException {
        try (Socket client = drip("/")) {
            Awaitility.await().until(() -> {
                time.advance(Duration.ofSeconds(6));
                client.getOutputStream().write('x');
                return client.getInputStream().available() > 0;
            });
            // Tomcat waits for one more byte of what it does not want before it closes.
            client.getOutputStream().write('x');

            assertThat(answer(client)).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
        }
    }

    @Test
    void bodiesThatDripLeaveTheOtherRequestsAlone() throws IOException {
        List<Socket> drips = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            drips.add(drip("/"));
        }
        Awaitility.await().until(() -> seen.get() == READERS);

        Awaitility.await().until(() -> post("/", "x").status() == 503);
        refused(post("/", "x"), 503, "TOO_MANY_BODIES");
        assertThat(get("/", "").body()).isEqualTo("0");

        for (Socket drip : drips) {
            drip.close();
        }
        Awaitility.await().until(() -> post("/", "x").status() == 200);
    }

    @Test
    void anAsynchronousRequestGivesItsPlaceBack() {
        for (int i = 0; i < READERS * 3; i++) {
            assertThat(post("/async", "abc").body()).isEqualTo("3");
        }
    }

    private void refused(RawAnswer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + '"');
        assertThat(telemetry.total("seaworthy.validation.refused", "code", code))
                .isPositive();
    }

    private RawAnswer get(String target, String headers) {
        return http.exchange(
                "GET " + target + " HTTP/1.1\r\nHost: shop.example\r\n" + headers + "Connection: close\r\n\r\n", false);
    }

    private RawAnswer post(String path, String body) {
        return http.exchange(head(path) + "Content-Length: " + body.length() + "\r\n\r\n" + body, false);
    }

    private RawAnswer chunked(String path, String body) {
        return http.exchange(
                head(path) + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                        + "\r\n0\r\n\r\n",
                false);
    }

    private static String head(String path) {
        return "POST " + path
                + " HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nConnection: close\r\n";
    }

    private Socket drip(String path) throws IOException {
        Socket client = new Socket("127.0.0.1", server.port());
        client.getOutputStream()
                .write((head(path) + "Content-Length: 900\r\n\r\nx").getBytes(StandardCharsets.ISO_8859_1));
        return client;
    }

    private static String answer(Socket client) throws IOException {
        client.setSoTimeout(20_000);
        InputStream in = client.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Reads its body and answers how long it was. */
    private final class Reading extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            seen.incrementAndGet();
            switch (request.getRequestURI()) {
                case "/unread" -> answer(response, "unread");
                case "/text" -> answer(response, String.valueOf(text(request)));
                case "/wrapping" -> wrapping(request, response);
                case "/async" -> async(request);
                default ->
                    answer(response, String.valueOf(request.getInputStream().readAllBytes().length));
            }
        }

        private static int text(HttpServletRequest request) throws IOException {
            int length = 0;
            while (request.getReader().read() >= 0) {
                length++;
            }
            return length;
        }

        private static void wrapping(HttpServletRequest request, HttpServletResponse response) {
            try {
                answer(response, String.valueOf(request.getInputStream().readAllBytes().length));
            } catch (IOException unreadable) {
                throw new IllegalArgumentException("body cannot be read", unreadable);
            }
        }

        private static void async(HttpServletRequest request) {
            AsyncContext async = request.startAsync();
            async.start(() -> {
                try {
                    answer(
                            (HttpServletResponse) async.getResponse(),
                            String.valueOf(request.getInputStream().readAllBytes().length));
                } catch (IOException unreadable) {
                    throw new IllegalStateException("body cannot be read", unreadable);
                } finally {
                    async.complete();
                }
            });
        }

        private static void answer(HttpServletResponse response, String text) throws IOException {
            OutputStream out = response.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
