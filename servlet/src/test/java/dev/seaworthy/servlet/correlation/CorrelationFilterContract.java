// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationSettings;
import dev.seaworthy.core.telemetry.Telemetry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the filter promises, over real sockets; each container runs it. */
abstract class CorrelationFilterContract {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String[] TRACED = {
        "traceparent", SAMPLED,
        "tracestate", "rojo=1",
        "b3", "0",
        "X-B3-TraceId", TRACE,
        "baggage", "Mon, 23 Nov 2026 17:16:09 GMT",
        "X-B33", "kept",
        "X-App", "kept"
    };
    private static final Networks LOOPBACK = Networks.parse(List.of("127.0.0.0/8", "::1/128"));

    final Telemetry telemetry = new Telemetry();
    private final MdcProbe probe = new MdcProbe();
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    /**
     * Starts a server with the filters on all dispatches of all paths, the first outermost, and the servlet on all paths
     * and as the page for every error.
     */
    abstract int start(List<Filter> filters, HttpServlet servlet) throws Exception;

    abstract void stop() throws Exception;

    @AfterEach
    void stopTheServer() throws Exception {
        stop();
    }

    @Test
    void anAcceptedIdIsCurrentInTheMdcAndEchoed() throws Exception {
        open(Networks.none(), Networks.none());
        HttpResponse<String> answer = get("/look", "X-Request-Id", "my-request-1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly("my-request-1");
        assertThat(seen(answer)).containsEntry("id", "my-request-1").containsEntry("mdc", "my-request-1");
    }

    @Test
    void aRefusedIdIsReplacedAndCounted() throws Exception {
        open(Networks.none(), Networks.none());
        HttpResponse<String> answer = get("/look", "X-Correlation-Id", "<script>alert(1)</script>");
        assertThat(answer.headers().firstValue("X-Correlation-Id"))
                .get()
                .asString()
                .matches("[0-9a-f]{32}");
        assertThat(answer.body()).doesNotContain("script");
        assertThat(telemetry.total("seaworthy.correlation.refused")).isEqualTo(1);
    }

    @Test
    void theContainersThreadIsLeftAsItWas() throws Exception {
        open(Networks.none(), Networks.none());
        get("/look", "X-Correlation-Id", "my-request-1");
        assertThat(probe.left()).isEqualTo(Map.of("outer", "kept"));
        get("/fail", "X-Correlation-Id", "my-request-2");
        assertThat(probe.left()).isEqualTo(Map.of("outer", "kept"));
    }

    @Test
    void theEchoSurvivesAReset() throws Exception {
        open(Networks.none(), Networks.none());
        HttpResponse<String> answer = get("/reset", "X-Correlation-Id", "my-request-1");
        assertThat(answer.headers().firstValue("X-App")).isEmpty();
        assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly("my-request-1");
    }

    @Test
    void sendErrorKeepsTheCorrelationOnTheErrorDispatch() throws Exception {
        open(Networks.none(), Networks.none());
        HttpResponse<String> answer = get("/send-error");
        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(seen(answer)).containsEntry("dispatch", "ERROR");
        String id = seen(answer).get("id");
        assertThat(id).matches("[0-9a-f]{32}").isEqualTo(seen(answer).get("first"));
        assertThat(seen(answer)).containsEntry("mdc", id);
        assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly(id);
    }

    @Test
    void anExceptionKeepsTheCorrelationOnTheErrorDispatch() throws Exception {
        open(Networks.none(), Networks.none());
        HttpResponse<String> answer = get("/fail");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(seen(answer))
                .containsEntry("dispatch", "ERROR")
                .containsEntry("id", seen(answer).get("first"))
                .containsEntry("mdc", seen(answer).get("first"));
        assertThat(answer.headers().allValues("X-Correlation-Id"))
                .containsExactly(seen(answer).get("first"));
    }

    @Test
    void anAsyncDispatchKeepsTheCorrelationOnAnotherThread() throws Exception {
        open(Networks.none(), Networks.none());
        HttpResponse<String> answer = get("/async");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(seen(answer))
                .containsEntry("dispatch", "ASYNC")
                .containsEntry("id", seen(answer).get("first"))
                .containsEntry("mdc", seen(answer).get("first"));
        assertThat(answer.headers().allValues("X-Correlation-Id"))
                .containsExactly(seen(answer).get("first"));
    }

    @Test
    void aTrustedCallersTraceIsContinued() throws Exception {
        open(LOOPBACK, Networks.none());
        Map<String, String> seen = seen(get("/look", "traceparent", SAMPLED, "tracestate", "rojo=1"));
        assertThat(seen)
                .containsEntry("trace", TRACE)
                .containsEntry("sampled", "true")
                .containsEntry("state", "rojo=1")
                .containsEntry("id", TRACE)
                .containsEntry("linked", "null");
    }

    @Test
    void aStrangersTraceIsOnlyLinked() throws Exception {
        open(Networks.none(), Networks.none());
        assertRestarted(get("/look", "traceparent", SAMPLED, "tracestate", "rojo=1"));
    }

    @Test
    void behindATrustedProxyTheClientDecidesNotTheProxy() throws Exception {
        open(Networks.parse(List.of("127.0.0.0/8", "::1/128", "10.0.0.0/8")), LOOPBACK);
        assertRestarted(get("/look", "traceparent", SAMPLED, "X-Forwarded-For", "203.0.113.7"));
        assertRestarted(get("/look", "traceparent", SAMPLED, "Forwarded", "for=203.0.113.7"));
        assertThat(seen(get("/look", "traceparent", SAMPLED, "X-Forwarded-For", "203.0.113.7, 10.1.2.3")))
                .containsEntry("trace", TRACE);
    }

    @Test
    void whoForwardsWithoutBeingAKnownProxyIsNotTrusted() throws Exception {
        open(LOOPBACK, Networks.none());
        assertRestarted(get("/look", "traceparent", SAMPLED, "X-Forwarded-For", "203.0.113.7"));
    }

    @Test
    void aFailingTracerDoesNotBreakTheRequest() throws Exception {
        open(Networks.none(), Networks.none(), () -> {
            throw new IllegalStateException("tracer down");
        });
        HttpResponse<String> answer = get("/look");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).isPresent();
    }

    @Test
    void registeredTwiceItActsOnce() throws Exception {
        CorrelationFilter filter = filter(Networks.none(), Networks.none(), () -> null);
        port = start(List.of(probe, filter, filter(Networks.none(), Networks.none(), () -> null)), new LookServlet());
        HttpResponse<String> answer = get("/look", "X-Correlation-Id", "not harmless");
        assertThat(answer.headers().allValues("X-Correlation-Id")).hasSize(1);
        assertThat(telemetry.total("seaworthy.correlation.refused")).isEqualTo(1);
    }

    @Test
    void aTracerContinuesAStrangersTraceWhereNothingHidesIt() throws Exception {
        FakeTracer tracer = new FakeTracer();
        port = start(List.of(probe, tracer, filter(Networks.none(), Networks.none(), tracer)), new LookServlet());
        assertThat(seen(get("/look", TRACED)))
                .containsEntry("id", TRACE)
                .containsEntry("linked", "null")
                .containsEntry("read", SAMPLED);
    }

    @Test
    void aStrangersTraceIsHiddenFromTheTracerAndLinked() throws Exception {
        openWithTracer(Networks.none(), Networks.none());
        Map<String, String> seen = seen(get("/look", TRACED));
        assertHidden(seen);
        assertThat(seen.get("headers").toLowerCase(Locale.ROOT))
                .contains("x-app", "x-b33")
                .doesNotContain("trace", "b3,", "b3-", "baggage");
        assertThat(hidden()).isEqualTo(1);
    }

    @Test
    void onEveryDispatchTheTraceIsHiddenAndTheRequestCountedOnce() throws Exception {
        openWithTracer(Networks.none(), Networks.none());
        for (String path : List.of("/async", "/send-error", "/fail")) {
            assertHidden(seen(get(path, TRACED)));
        }
        assertThat(hidden()).isEqualTo(3);
    }

    @Test
    void aTrustedCallersTraceReachesTheTracer() throws Exception {
        openWithTracer(LOOPBACK, Networks.none());
        assertThat(seen(get("/look", TRACED)))
                .containsEntry("id", TRACE)
                .containsEntry("linked", "null")
                .containsEntry("read", SAMPLED)
                .containsEntry("listed", "[" + TRACE + "]")
                .containsEntry("number", "0");
        assertThat(hidden()).isZero();
    }

    @Test
    void behindATrustedProxyTheClientDecidesWhatIsHidden() throws Exception {
        openWithTracer(Networks.parse(List.of("127.0.0.0/8", "::1/128", "10.0.0.0/8")), LOOPBACK);
        assertThat(seen(get("/look", "traceparent", SAMPLED, "X-Forwarded-For", "10.1.2.3")))
                .containsEntry("id", TRACE);
        assertThat(seen(get("/look", "traceparent", SAMPLED, "X-Forwarded-For", "203.0.113.7")))
                .containsEntry("linked", TRACE);
        assertThat(hidden()).isEqualTo(1);
    }

    @Test
    void aRequestWithoutATraceIsLeftAlone() throws Exception {
        openWithTracer(Networks.none(), Networks.none());
        assertThat(seen(get("/look", "X-Correlation-Id", "my-request-1")))
                .containsEntry("id", "my-request-1")
                .containsEntry("linked", "null");
        assertThat(hidden()).isZero();
    }

    @Test
    void withoutATracerAHiddenTraceIsRestarted() throws Exception {
        port = start(
                List.of(
                        probe,
                        hiding(Networks.none(), Networks.none()),
                        filter(Networks.none(), Networks.none(), () -> null)),
                new LookServlet());
        assertRestarted(get("/look", TRACED));
        assertThat(telemetry.total("seaworthy.correlation.traceparent", "outcome", "restarted"))
                .isEqualTo(1);
    }

    @Test
    void theContainersAddressDecidesWhateverFiltersFurtherOutBelieve() throws Exception {
        Filter believing = (request, response, chain) -> chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public String getRemoteAddr() {
                        return "10.1.2.3";
                    }
                },
                response);
        Networks trusted = Networks.parse(List.of("10.0.0.0/8"));
        FakeTracer tracer = new FakeTracer();
        Filter hiding = hiding(trusted, Networks.none());
        Filter correlating = filter(trusted, Networks.none(), tracer);
        port = start(List.of(probe, believing, hiding, tracer, correlating), new LookServlet());
        assertHidden(seen(get("/look", TRACED)));
        stop();
        port = start(List.of(probe, believing, filter(trusted, Networks.none(), () -> null)), new LookServlet());
        assertRestarted(get("/look", TRACED));
    }

    private static void assertHidden(Map<String, String> seen) {
        assertThat(seen)
                .containsEntry("id", FakeTracer.OWN)
                .containsEntry("linked", TRACE)
                .containsEntry("mdcLinked", TRACE)
                .containsEntry("read", "null")
                .containsEntry("listed", "[]")
                .containsEntry("number", "-1")
                .containsEntry("date", "-1");
    }

    private long hidden() {
        return telemetry.total("seaworthy.correlation.hidden");
    }

    private void openWithTracer(Networks trusted, Networks proxies) throws Exception {
        FakeTracer tracer = new FakeTracer();
        port = start(
                List.of(probe, hiding(trusted, proxies), tracer, filter(trusted, proxies, tracer)), new LookServlet());
    }

    private TraceHidingFilter hiding(Networks trusted, Networks proxies) {
        return new TraceHidingFilter(settings(trusted), new ClientResolver(proxies), telemetry);
    }

    private static CorrelationSettings settings(Networks trusted) {
        CorrelationSettings defaults = CorrelationSettings.withDefaults();
        return new CorrelationSettings(defaults.acceptedHeaders(), defaults.responseHeader(), trusted);
    }

    private void assertRestarted(HttpResponse<String> answer) {
        Map<String, String> seen = seen(answer);
        assertThat(seen)
                .containsEntry("linked", TRACE)
                .containsEntry("mdcLinked", TRACE)
                .containsEntry("sampled", "false")
                .containsEntry("state", "null");
        assertThat(seen.get("trace")).isNotEqualTo(TRACE).isEqualTo(seen.get("id"));
    }

    private void open(Networks trusted, Networks proxies) throws Exception {
        open(trusted, proxies, () -> null);
    }

    private void open(Networks trusted, Networks proxies, Supplier<String> tracer) throws Exception {
        port = start(List.of(probe, filter(trusted, proxies, tracer)), new LookServlet());
    }

    private CorrelationFilter filter(Networks trusted, Networks proxies, Supplier<String> tracer) {
        CorrelationSettings settings = settings(trusted);
        return new CorrelationFilter(
                settings, new CorrelationResolver(settings, telemetry, tracer), new ClientResolver(proxies));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        assertThat(probe.passed(TimeUnit.SECONDS.toMillis(10))).isTrue();
        return answer;
    }

    private static Map<String, String> seen(HttpResponse<String> answer) {
        return LookServlet.read(answer.body());
    }
}
