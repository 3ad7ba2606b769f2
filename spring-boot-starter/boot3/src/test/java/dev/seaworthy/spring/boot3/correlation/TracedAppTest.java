// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.telemetry.Telemetry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Boot's own tracing, with OpenTelemetry behind it: it records nothing unless the caller wants it to. */
class TracedAppTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String HIDE = "seaworthy.correlation.hide-untrusted-traces=true";

    @Test
    void adoptingCutsNoTrace() throws Exception {
        HttpResponse<String> answer = ask(new String[0]);
        assertThat(answer.body()).isEqualTo("trace=" + TRACE + " sampled=true linked=null");
        assertThat(answer.headers().firstValue("X-Correlation-Id")).hasValue(TRACE);
    }

    @Test
    void aStrangerDecidesNothingWhereItsTraceIsHidden() throws Exception {
        HttpResponse<String> answer = ask(new String[] {HIDE});
        assertThat(answer.body())
                .matches("trace=[0-9a-f]{32} sampled=false linked=" + TRACE)
                .doesNotContain("trace=" + TRACE + " ");
        assertThat(answer.headers().firstValue("X-Correlation-Id"))
                .hasValue(answer.body().substring(6, 38));
    }

    @Test
    void aTrustedCallersTraceIsContinued() throws Exception {
        HttpResponse<String> answer =
                ask(new String[] {HIDE, "seaworthy.correlation.trusted-networks=127.0.0.0/8,::1/128"});
        assertThat(answer.body()).isEqualTo("trace=" + TRACE + " sampled=true linked=null");
    }

    @Test
    void aStrangerCannotForgeItsWayInWhereSpringBelievesForwardingHeaders() throws Exception {
        HttpResponse<String> answer = ask(
                new String[] {
                    HIDE,
                    "seaworthy.correlation.trusted-networks=10.0.0.0/8",
                    "server.forward-headers-strategy=framework"
                },
                "X-Forwarded-For",
                "10.1.2.3");
        assertThat(answer.body()).endsWith(" sampled=false linked=" + TRACE);
    }

    private static HttpResponse<String> ask(String[] properties, String... headers) throws Exception {
        try (ConfigurableApplicationContext app = new SpringApplicationBuilder(App.class)
                .properties("server.port=0", "spring.main.banner-mode=off", "management.tracing.sampling.probability=0")
                .properties(properties)
                .run()) {
            String port = app.getEnvironment().getProperty("local.server.port");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/look"))
                    .header("traceparent", SAMPLED);
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            boolean linked = !answer.body().endsWith("linked=null");
            assertThat(app.getBean(Telemetry.class).total("seaworthy.correlation.hidden"))
                    .isEqualTo(linked ? 1 : 0);
            return answer;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {

        @RestController
        static class Look {

            private final Tracer tracer;

            Look(Tracer tracer) {
                this.tracer = tracer;
            }

            @GetMapping("/look")
            String look() {
                Span span = tracer.currentSpan();
                return "trace=" + span.context().traceId() + " sampled="
                        + span.context().sampled() + " linked=" + MDC.get("linkedTraceId");
            }
        }
    }
}
