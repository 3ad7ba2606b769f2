// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.correlation.TraceParent;
import dev.seaworthy.spring.client.ClientAutoConfiguration;
import dev.seaworthy.spring.correlation.CorrelationAutoConfiguration;
import dev.seaworthy.spring.correlation.OutgoingHeaders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestTemplateAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

class OutgoingHeadersTest {

    private static final Correlation REQUEST = new Correlation(
            new CorrelationId("the-request"),
            new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true),
            "rojo=1");
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final BlockingQueue<Headers> received = new LinkedBlockingQueue<>();
    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ClientAutoConfiguration.class,
                    CorrelationAutoConfiguration.class,
                    RestClientCorrelationAutoConfiguration.class,
                    WebClientCorrelationAutoConfiguration.class,
                    RestClientAutoConfiguration.class,
                    RestTemplateAutoConfiguration.class,
                    WebClientAutoConfiguration.class));
    private HttpServer server;
    private String url;

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
        url = "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void restClientSendsTheIds() {
        app.run(context -> {
            RestClient client = context.getBean(RestClient.Builder.class).build();
            try (CorrelationScope scope = REQUEST.open()) {
                client.post().uri(url).body("text").retrieve().toBodilessEntity();
            }
            assertSent();
            client.get().uri(url).retrieve().toBodilessEntity();
            assertNotSent();
        });
    }

    @Test
    void restClientKeepsTheAppsOwnHeaders() {
        app.run(context -> {
            RestClient client = context.getBean(RestClient.Builder.class).build();
            try (CorrelationScope scope = REQUEST.open()) {
                client.get()
                        .uri(url)
                        .header("X-Correlation-Id", "the-apps-own")
                        .header("traceparent", "of the app")
                        .retrieve()
                        .toBodilessEntity();
            }
            assertOwnKept();
        });
    }

    @Test
    void restTemplateSendsTheIds() {
        app.run(context -> {
            RestTemplate template = context.getBean(RestTemplateBuilder.class).build();
            try (CorrelationScope scope = REQUEST.open()) {
                template.postForEntity(url, "text", Void.class);
            }
            assertSent();
            template.getForEntity(url, Void.class);
            assertNotSent();
        });
    }

    @Test
    void restTemplateKeepsTheAppsOwnHeaders() {
        app.run(context -> {
            RestTemplate template = context.getBean(RestTemplateBuilder.class).build();
            HttpHeaders own = new HttpHeaders();
            own.set("X-Correlation-Id", "the-apps-own");
            own.set("traceparent", "of the app");
            try (CorrelationScope scope = REQUEST.open()) {
                template.exchange(url, HttpMethod.GET, new HttpEntity<>(own), Void.class);
            }
            Headers headers = received.take();
            assertThat(headers.get("X-Correlation-Id")).containsExactly("the-apps-own");
            assertThat(headers.get("traceparent")).containsExactly("of the app");
        });
    }

    @Test
    void webClientSendsTheIdsOfTheThreadThatBuildsTheRequest() {
        app.run(context -> {
            WebClient client = context.getBean(WebClient.Builder.class).build();
            WebClient.RequestHeadersSpec<?> request;
            try (CorrelationScope scope = REQUEST.open()) {
                request = client.post().uri(url).bodyValue("text");
            }
            request.retrieve().toBodilessEntity().block();
            assertSent();
            client.get().uri(url).retrieve().toBodilessEntity().block();
            assertNotSent();
        });
    }

    @Test
    void webClientKeepsTheAppsOwnHeaders() {
        app.run(context -> {
            WebClient client = context.getBean(WebClient.Builder.class).build();
            try (CorrelationScope scope = REQUEST.open()) {
                client.get()
                        .uri(url)
                        .header("X-Correlation-Id", "the-apps-own")
                        .header("traceparent", "of the app")
                        .retrieve()
                        .toBodilessEntity()
                        .block();
            }
            assertOwnKept();
        });
    }

    @Test
    void aTraceThatBeganHereStaysHere() {
        app.run(context -> {
            Correlation began = context.getBean(CorrelationResolver.class).fresh();
            try (CorrelationScope scope = began.open()) {
                RestClient rest = context.getBean(RestClient.Builder.class).build();
                rest.get().uri(url).retrieve().toBodilessEntity();
                context.getBean(RestTemplateBuilder.class).build().getForEntity(url, Void.class);
                WebClient reactive = context.getBean(WebClient.Builder.class).build();
                reactive.get().uri(url).retrieve().toBodilessEntity().block();
            }
            for (int i = 0; i < 3; i++) {
                Headers headers = received.take();
                assertThat(headers.get("X-Correlation-Id"))
                        .containsExactly(began.id().value());
                assertThat(headers).doesNotContainKeys("Traceparent", "Tracestate");
            }
        });
    }

    @Test
    void theConfiguredHeaderIsTheOneThatIsSent() {
        app.withPropertyValues("seaworthy.correlation.response-header=X-Ours").run(context -> {
            RestClient client = context.getBean(RestClient.Builder.class).build();
            try (CorrelationScope scope = REQUEST.open()) {
                client.get().uri(url).retrieve().toBodilessEntity();
            }
            assertThat(received.take().get("X-Ours")).containsExactly("the-request");
        });
    }

    @Test
    void withoutTheClientsOrSwitchedOffAnAppStarts() {
        app.withClassLoader(new FilteredClassLoader(RestClient.class, WebClient.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(RestClientCorrelationAutoConfiguration.class)
                        .doesNotHaveBean(WebClientCorrelationAutoConfiguration.class));
        app.withPropertyValues("seaworthy.correlation.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(OutgoingHeaders.class)
                        .doesNotHaveBean(RestClientCorrelationAutoConfiguration.class));
    }

    private void assertSent() throws InterruptedException {
        Headers headers = received.take();
        assertThat(headers.get("X-Correlation-Id")).containsExactly("the-request");
        assertThat(headers.get("traceparent")).containsExactly(PARENT);
        assertThat(headers.get("tracestate")).containsExactly("rojo=1");
    }

    private void assertNotSent() throws InterruptedException {
        assertThat(received.take()).doesNotContainKeys("X-correlation-id", "Traceparent", "Tracestate");
    }

    private void assertOwnKept() throws InterruptedException {
        Headers headers = received.take();
        assertThat(headers.get("X-Correlation-Id")).containsExactly("the-apps-own");
        assertThat(headers.get("traceparent")).containsExactly("of the app");
        assertThat(headers.get("tracestate")).isNull();
    }
}
