// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class OutgoingHeadersTest {

    private static final TraceParent TRACE =
            new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
    private static final Correlation REQUEST = new Correlation(new CorrelationId("the-request"), TRACE, "rojo=1");
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final BlockingQueue<Headers> received = new LinkedBlockingQueue<>();
    private HttpServer server;
    private final HttpClient inside = HttpClient.newHttpClient();
    private final HttpClient client = Propagation.httpClient(inside);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestHeaders());
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theHttpClientSendsTheIds() throws Exception {
        try (CorrelationScope scope = REQUEST.open()) {
            client.send(request().build(), BodyHandlers.discarding());
        }
        Headers headers = received.take();
        assertThat(headers.get("X-Correlation-Id")).containsExactly("the-request");
        assertThat(headers.get("traceparent")).containsExactly(PARENT);
        assertThat(headers.get("tracestate")).containsExactly("rojo=1");
        assertThat(headers.get("X-App")).containsExactly("kept");
    }

    @Test
    void sendAsyncTakesTheIdsOfTheSendingThread() throws Exception {
        try (CorrelationScope scope = REQUEST.open()) {
            client.sendAsync(request().build(), BodyHandlers.discarding()).get();
            client.sendAsync(request().build(), BodyHandlers.discarding(), null).get();
        }
        assertThat(received.take().getFirst("X-Correlation-Id")).isEqualTo("the-request");
        assertThat(received.take().getFirst("traceparent")).isEqualTo(PARENT);
    }

    @Test
    void headersTheRequestHasAreLeftAlone() throws Exception {
        try (CorrelationScope scope = REQUEST.open()) {
            client.send(
                    request()
                            .header("x-correlation-id", "the-apps-own")
                            .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")
                            .build(),
                    BodyHandlers.discarding());
        }
        Headers headers = received.take();
        assertThat(headers.get("X-Correlation-Id")).containsExactly("the-apps-own");
        assertThat(headers.get("traceparent"))
                .containsExactly("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
        assertThat(headers.get("tracestate")).isNull();
    }

    @Test
    void outsideOfARequestNothingIsSent() throws Exception {
        client.send(request().build(), BodyHandlers.discarding());
        Headers headers = received.take();
        assertThat(headers).doesNotContainKeys("X-correlation-id", "Traceparent", "Tracestate");
    }

    @Test
    void injectOffersTheHeaders() {
        try (CorrelationScope scope = REQUEST.open()) {
            assertThat(injected())
                    .isEqualTo(
                            Map.of("X-Correlation-Id", "the-request", "traceparent", PARENT, "tracestate", "rojo=1"));
        }
        assertThat(injected()).isEmpty();
    }

    @Test
    void whereATracerHasTakenOverItsTraceIsNotContradicted() {
        try (CorrelationScope scope = REQUEST.open()) {
            MDC.put("traceId", "0af7651916cd43dd8448eb211c80319c");
            assertThat(injected()).isEqualTo(Map.of("X-Correlation-Id", "the-request"));
        }
    }

    @Test
    void theWrapperAnswersAsTheClientInside() {
        assertThat(client.version()).isEqualTo(inside.version());
        assertThat(client.followRedirects()).isEqualTo(inside.followRedirects());
        assertThat(client.sslContext()).isSameAs(inside.sslContext());
        assertThat(client.sslParameters().getProtocols())
                .isEqualTo(inside.sslParameters().getProtocols());
        assertThat(client.cookieHandler()).isEmpty();
        assertThat(client.connectTimeout()).isEmpty();
        assertThat(client.proxy()).isEqualTo(inside.proxy());
        assertThat(client.authenticator()).isEmpty();
        assertThat(client.executor()).isEmpty();
        assertThat(client.newWebSocketBuilder()).isNotNull();
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.getAddress().getPort() + "/"))
                .header("X-App", "kept")
                .POST(BodyPublishers.ofString("body"));
    }

    private static Map<String, String> injected() {
        Map<String, String> headers = new TreeMap<>();
        Propagation.inject(headers::put);
        return headers;
    }
}
