// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.seaworthy.core.telemetry.Telemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
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

    private static final CorrelationResolver RESOLVER =
            new CorrelationResolver(CorrelationSettings.withDefaults(), new Telemetry(), () -> null);

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
    void aTraceThatBeganHereStaysHere() {
        Correlation fresh = RESOLVER.fresh();
        assertThat(fresh.trace()).isNotNull();
        assertThat(injectedIn(fresh)).isEqualTo(Map.of("X-Correlation-Id", traceId(fresh)));
        Correlation named = resolve(Map.of("X-Correlation-Id", List.of("the-callers")), true);
        assertThat(injectedIn(named)).isEqualTo(Map.of("X-Correlation-Id", "the-callers"));
    }

    @Test
    void aStrangersRestartedTraceStaysHere() {
        Correlation restarted = resolve(Map.of("traceparent", List.of(PARENT), "tracestate", List.of("rojo=1")), false);
        assertThat(restarted.linkedTraceId()).isEqualTo(TRACE.traceId());
        assertThat(injectedIn(restarted)).isEqualTo(Map.of("X-Correlation-Id", traceId(restarted)));
    }

    @Test
    void anInvalidTraceIsNotHandedOnEither() {
        Correlation fresh = resolve(Map.of("traceparent", List.of("00-xyz"), "tracestate", List.of("rojo=1")), true);
        assertThat(injectedIn(fresh)).isEqualTo(Map.of("X-Correlation-Id", traceId(fresh)));
    }

    @Test
    void aContinuedTraceIsHandedOnWithItsSamplingDecision() {
        for (String flags : List.of("00", "01")) {
            String parent = "00-" + TRACE.traceId() + "-" + TRACE.spanId() + "-" + flags;
            Correlation continued =
                    resolve(Map.of("traceparent", List.of(parent), "tracestate", List.of("rojo=1")), true);
            TraceParent ours = continued.trace();
            assertThat(ours).isNotNull();
            assertThat(injectedIn(continued))
                    .isEqualTo(Map.of(
                            "X-Correlation-Id",
                            TRACE.traceId(),
                            "traceparent",
                            "00-" + TRACE.traceId() + "-" + ours.spanId() + "-" + flags,
                            "tracestate",
                            "rojo=1"));
        }
    }

    @Test
    void aTraceGivenByHandIsHandedOn() {
        Correlation byHand = new Correlation(
                new CorrelationId("the-request"), new TraceParent(TRACE.traceId(), TRACE.spanId(), false), null);
        assertThat(injectedIn(byHand)).containsEntry("traceparent", PARENT.substring(0, 53) + "00");
    }

    @Test
    void onAnotherThreadATraceThatBeganHereStaysHereToo() throws Exception {
        Callable<Map<String, String>> work;
        try (CorrelationScope scope = RESOLVER.fresh().open()) {
            work = Propagation.wrap((Callable<Map<String, String>>) OutgoingHeadersTest::injected);
        }
        assertThat(work.call()).containsOnlyKeys("X-Correlation-Id");
    }

    @Test
    void theHttpClientSendsOnlyTheIdOfATraceThatBeganHere() throws Exception {
        try (CorrelationScope scope = RESOLVER.fresh().open()) {
            client.send(request().build(), BodyHandlers.discarding());
        }
        assertThat(received.take()).containsKey("X-correlation-id").doesNotContainKeys("Traceparent", "Tracestate");
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

    private static Correlation resolve(Map<String, List<String>> sent, boolean trusted) {
        return RESOLVER.resolve(name -> sent.getOrDefault(name, List.of()), trusted);
    }

    private static String traceId(Correlation correlation) {
        TraceParent trace = correlation.trace();
        assertThat(trace).isNotNull();
        return trace.traceId();
    }

    private static Map<String, String> injectedIn(Correlation correlation) {
        try (CorrelationScope scope = correlation.open()) {
            return injected();
        }
    }

    private static Map<String, String> injected() {
        Map<String, String> headers = new TreeMap<>();
        Propagation.inject(headers::put);
        return headers;
    }
}
