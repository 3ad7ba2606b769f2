// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.outbound.ServiceFailedException;
import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.spring.alert.AlertAutoConfiguration;
import dev.seaworthy.spring.outbound.OutboundAutoConfiguration;
import dev.seaworthy.spring.outbound.client.DoorFilter;
import dev.seaworthy.spring.outbound.client.DoorInterceptor;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.http.client.HttpClientAutoConfiguration;
import org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration;
import org.springframework.boot.autoconfigure.web.client.RestTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.function.client.ClientHttpConnectorAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.function.client.WebClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.Disposable;

/** Spring's clients behind doors, over real sockets. */
class DoorsOfClientsTest {

    private static final int HANG = -1;

    private final Queue<Integer> script = new ConcurrentLinkedQueue<>();
    private final List<Headers> received = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String url;
    private ApplicationContextRunner app;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestHeaders());
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Integer next = script.poll();
            int status = next == null ? 200 : next;
            if (status == HANG) {
                await();
            } else {
                byte[] body = ("answer " + status).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        String host = "localhost:" + server.getAddress().getPort();
        url = "http://" + host + "/";
        app = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        OutboundAutoConfiguration.class,
                        AlertAutoConfiguration.class,
                        TelemetryAutoConfiguration.class,
                        TimeAutoConfiguration.class,
                        RestClientDoorAutoConfiguration.class,
                        WebClientDoorAutoConfiguration.class,
                        DoorHealthAutoConfiguration.class,
                        RestClientAutoConfiguration.class,
                        RestTemplateAutoConfiguration.class,
                        WebClientAutoConfiguration.class,
                        ClientHttpConnectorAutoConfiguration.class,
                        HttpClientAutoConfiguration.class))
                .withPropertyValues(
                        "seaworthy.outbound.payments.hosts=" + host,
                        "seaworthy.outbound.payments.timeout=20s",
                        "seaworthy.outbound.payments.retry.backoff=1ms",
                        "seaworthy.outbound.payments.retry.budget-floor=1000",
                        "seaworthy.outbound.payments.refusals.402=CARD_DECLINED",
                        "seaworthy.outbound.ledger.timeout=20s");
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aRestClientGoesThroughTheDoorOfItsHostByItself() {
        answers(503, 503, 200);
        app.run(context -> {
            assertThat(rest(context).get().uri(url).retrieve().body(String.class))
                    .isEqualTo("answer 200");
            assertThat(attempts()).containsExactly(null, "2", "3");
            assertThat(door(context).state().recentCalls()).isEqualTo(3);
        });
    }

    @Test
    void aRestClientsPostIsRepeatedOnlyWithAKeyAndThenWhole() {
        answers(503, 503, 201);
        app.run(context -> {
            assertThatThrownBy(() ->
                            rest(context).post().uri(url).body("one").retrieve().toBodilessEntity())
                    .isInstanceOfSatisfying(
                            HttpServerErrorException.class,
                            error -> assertThat(error.getResponseBodyAsString()).isEqualTo("answer 503"));
            rest(context)
                    .post()
                    .uri(url)
                    .header("Idempotency-Key", "order-1")
                    .body("two")
                    .retrieve()
                    .toBodilessEntity();
            assertThat(bodies).containsExactly("one", "two", "two");
            assertThat(received.get(2).getFirst("Idempotency-Key")).isEqualTo("order-1");
        });
    }

    @Test
    void aRestTemplateGoesThroughTheDoorOfItsHostByItself() {
        answers(503, 503, 200, 503);
        app.run(context -> {
            RestTemplate template = context.getBean(RestTemplateBuilder.class).build();
            assertThat(template.getForObject(url, String.class)).isEqualTo("answer 200");
            HttpHeaders own = new HttpHeaders();
            own.set("X-Shop", "ada");
            assertThatThrownBy(() -> template.exchange(url, HttpMethod.POST, new HttpEntity<>("a", own), String.class))
                    .isInstanceOf(HttpServerErrorException.class);
            assertThat(received).hasSize(4);
            assertThat(received.get(3).getFirst("X-Shop")).isEqualTo("ada");
        });
    }

    @Test
    void aWebClientGoesThroughTheDoorOfItsHostByItself() {
        answers(503, 503, 200, 503);
        app.run(context -> {
            WebClient client = context.getBean(WebClient.Builder.class).build();
            assertThat(client.get().uri(url).retrieve().bodyToMono(String.class).block())
                    .isEqualTo("answer 200");
            assertThatThrownBy(() -> client.post()
                            .uri(url)
                            .bodyValue("one")
                            .retrieve()
                            .toBodilessEntity()
                            .block())
                    .isInstanceOfSatisfying(
                            WebClientResponseException.class,
                            error -> assertThat(error.getResponseBodyAsString()).isEqualTo("answer 503"));
            assertThat(received).hasSize(4);
        });
    }

    @Test
    void aShutDoorIsAnExceptionThatSaysWhenToComeBack() {
        app.run(context -> {
            door(context).mode(BreakerMode.FORCED_OPEN);
            RestClient rest = rest(context);
            RestTemplate template = context.getBean(RestTemplateBuilder.class).build();
            WebClient web = context.getBean(WebClient.Builder.class).build();
            for (Throwable refused : List.of(
                    catchThrowable(() -> rest.get().uri(url).retrieve().toBodilessEntity()),
                    catchThrowable(() -> template.getForObject(url, String.class)),
                    catchThrowable(() ->
                            web.get().uri(url).retrieve().toBodilessEntity().block()))) {
                assertThat(refused).isInstanceOfSatisfying(ServiceFailedException.class, why -> {
                    assertThat(why.classification().failureClass()).isEqualTo(FailureClass.LOCALLY_REFUSED);
                    assertThat(why.classification().status()).isEqualTo(503);
                    assertThat(why.classification().retryAfter()).isPositive();
                });
            }
            assertThat(received).isEmpty();
        });
    }

    @Test
    void aDeclaredRefusalIsToldInTheAppsWords() {
        answers(402, 402);
        app.run(context -> {
            WebClient web = context.getBean(WebClient.Builder.class).build();
            for (Throwable refused : List.of(
                    catchThrowable(() -> rest(context).get().uri(url).retrieve().toBodilessEntity()),
                    catchThrowable(() ->
                            web.get().uri(url).retrieve().toBodilessEntity().block()))) {
                assertThat(refused)
                        .isInstanceOfSatisfying(
                                ServiceFailedException.class,
                                why -> assertThat(why.classification().code()).isEqualTo("CARD_DECLINED"));
            }
        });
    }

    @Test
    void nobodyListeningIsTheClientsOwnException() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        String address = "http://localhost:" + nobody + "/";
        app.withPropertyValues("seaworthy.outbound.payments.hosts=localhost:" + nobody)
                .run(context -> {
                    assertThatThrownBy(() ->
                                    rest(context).get().uri(address).retrieve().toBodilessEntity())
                            .isInstanceOf(ResourceAccessException.class);
                    WebClient web = context.getBean(WebClient.Builder.class).build();
                    assertThatThrownBy(() -> web.get()
                                    .uri(address)
                                    .retrieve()
                                    .toBodilessEntity()
                                    .block())
                            .isInstanceOf(WebClientRequestException.class);
                    assertThat(door(context).state().recentCalls()).isEqualTo(6);
                });
    }

    @Test
    void anAttemptThatHangsIsStoppedAndRepeatedWhereThatIsSafe() {
        answers(HANG, 200, HANG, 200);
        app.withPropertyValues("seaworthy.outbound.payments.attempt-timeout=300ms")
                .run(context -> {
                    assertThat(rest(context).get().uri(url).retrieve().body(String.class))
                            .isEqualTo("answer 200");
                    WebClient web = context.getBean(WebClient.Builder.class).build();
                    assertThat(web.get()
                                    .uri(url)
                                    .retrieve()
                                    .bodyToMono(String.class)
                                    .block())
                            .isEqualTo("answer 200");
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    Awaitility.await().until(() -> door(context).state().inFlight() == 0);
                });
    }

    @Test
    void anAttemptThatWasStoppedIsToldAsATimeoutOfTheService() {
        answers(HANG, HANG);
        app.withPropertyValues("seaworthy.outbound.payments.attempt-timeout=200ms")
                .run(context -> {
                    WebClient web = context.getBean(WebClient.Builder.class).build();
                    for (Throwable stopped : List.of(
                            catchThrowable(() -> rest(context)
                                    .post()
                                    .uri(url)
                                    .body("a")
                                    .retrieve()
                                    .toBodilessEntity()),
                            catchThrowable(() -> web.post()
                                    .uri(url)
                                    .bodyValue("a")
                                    .retrieve()
                                    .toBodilessEntity()
                                    .block()))) {
                        assertThat(stopped).isInstanceOfSatisfying(ServiceFailedException.class, why -> {
                            assertThat(why.classification().code()).isEqualTo("UPSTREAM_TIMEOUT");
                            assertThat(why.classification().status()).isEqualTo(504);
                        });
                    }
                    assertThat(received).hasSize(2);
                });
    }

    @Test
    void whoCancelsAWebClientsCallSaysNothingAboutTheService() {
        answers(HANG);
        app.run(context -> {
            WebClient web = context.getBean(WebClient.Builder.class).build();
            Disposable waiting =
                    web.get().uri(url).retrieve().toBodilessEntity().subscribe();
            Awaitility.await().until(() -> received.size() == 1);
            waiting.dispose();
            Awaitility.await().until(() -> door(context).state().inFlight() == 0);
            assertThat(door(context).state().recentCalls()).isZero();
        });
    }

    @Test
    void anotherDoorIsBoundByName() {
        app.withPropertyValues("seaworthy.outbound.payments.hosts=elsewhere.example")
                .run(context -> {
                    ExternalService ledger =
                            context.getBean(ExternalServices.class).require("ledger");
                    RestClient rest = context.getBean(RestClient.Builder.class)
                            .requestInterceptor(new DoorInterceptor(ledger))
                            .build();
                    WebClient web = context.getBean(WebClient.Builder.class)
                            .filter(new DoorFilter(ledger))
                            .build();
                    rest.get().uri(url).retrieve().toBodilessEntity();
                    web.get().uri(url).retrieve().toBodilessEntity().block();
                    assertThat(ledger.state().recentCalls()).isEqualTo(2);
                    assertThat(door(context).state().recentCalls()).isZero();
                });
    }

    @Test
    void twoDoorsOnOneClientAreOne() {
        answers(503);
        app.run(context -> {
            RestClient rest = context.getBean(RestClient.Builder.class)
                    .requestInterceptor(new DoorInterceptor(door(context)))
                    .build();
            Integer status = rest.post()
                    .uri(url)
                    .exchange((request, answer) -> answer.getStatusCode().value());
            assertThat(status).isEqualTo(503);
            assertThat(door(context).state().recentCalls()).isEqualTo(1);
        });
    }

    @Test
    void theHealthEndpointTellsOfDoorsAndIsNeverDownForThem() {
        app.run(context -> {
            door(context).mode(BreakerMode.FORCED_OPEN);
            Health health = context.getBean("outboundHealthIndicator", HealthIndicator.class)
                    .health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsKeys("payments", "ledger");
            assertThat(health.getDetails().get("payments").toString()).contains("forced-open");
        });
        app.withPropertyValues("management.health.outbound.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("outboundHealthIndicator"));
    }

    @Test
    void withoutTheClientsOrSwitchedOffAnAppStarts() {
        app.withClassLoader(new FilteredClassLoader(RestClient.class, WebClient.class, HealthIndicator.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(RestClientDoorAutoConfiguration.class)
                        .doesNotHaveBean(WebClientDoorAutoConfiguration.class)
                        .doesNotHaveBean(DoorHealthAutoConfiguration.class));
        app.withPropertyValues("seaworthy.outbound.enabled=false").run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(ExternalServices.class);
            assertThat(rest(context).get().uri(url).retrieve().body(String.class))
                    .isEqualTo("answer 200");
        });
    }

    private void answers(Integer... statuses) {
        script.addAll(List.of(statuses));
    }

    private List<String> attempts() {
        return received.stream()
                .map(headers -> headers.getFirst("X-Request-Attempt"))
                .toList();
    }

    private static RestClient rest(ApplicationContext context) {
        return context.getBean(RestClient.Builder.class).build();
    }

    private static ExternalService door(ApplicationContext context) {
        return context.getBean(ExternalServices.class).require("payments");
    }
}
