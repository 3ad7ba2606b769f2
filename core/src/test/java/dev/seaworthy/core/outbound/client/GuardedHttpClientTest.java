// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.outbound.ExternalService;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class GuardedHttpClientTest extends ClientContract {

    private final HttpClient inside = HttpClient.newHttpClient();

    @Override
    Answer send(ExternalService door, String method, URI uri, String body, String... headers) throws Exception {
        HttpResponse<String> answer =
                GuardedHttpClient.of(inside, door).send(request(method, uri, body, headers), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    @Override
    Class<? extends Throwable> refusedConnection() {
        return ConnectException.class;
    }

    static HttpRequest request(String method, URI uri, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    @Test
    void aBodyThatFlowsOnceIsNeverSentAgain() throws Exception {
        service.then(503, "busy").then(201, "done");
        InputStream once = new ByteArrayInputStream("amount=5".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(service.uri())
                .header("Idempotency-Key", "order-1")
                .PUT(BodyPublishers.ofInputStream(() -> once))
                .build();

        HttpResponse<String> answer =
                GuardedHttpClient.of(inside, door().build()).send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(service.received()).hasSize(1);
        assertThat(service.received().get(0).body()).isEqualTo("amount=5");
    }

    @Test
    void anAnswerReadAsAStreamIsWhole() throws Exception {
        service.then(503, "busy").then(200, "fine");

        try (InputStream body = GuardedHttpClient.of(inside, door().build())
                .send(request("GET", service.uri(), ""), BodyHandlers.ofInputStream())
                .body()) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("fine");
        }
    }

    @Test
    void anAsynchronousAnswerCompletesTheFuture() throws Exception {
        service.then(503, "busy").thenReset().then(200, "fine");

        HttpResponse<String> answer = GuardedHttpClient.of(inside, door().build())
                .sendAsync(request("GET", service.uri(), ""), BodyHandlers.ofString())
                .get(20, TimeUnit.SECONDS);

        assertThat(answer.body()).isEqualTo("fine");
        assertThat(service.received()).hasSize(3);
    }

    @Test
    void anAsynchronousAttemptThatHangsIsCancelled() {
        service.thenHang();
        ExternalService door = door().attemptTimeout(Duration.ofMillis(150)).build();

        CompletableFuture<HttpResponse<String>> answer = GuardedHttpClient.of(inside, door)
                .sendAsync(request("POST", service.uri(), "a"), BodyHandlers.ofString());

        assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .isNotInstanceOf(TimeoutException.class);
        Awaitility.await().until(() -> door.state().inFlight() == 0);
    }

    @Test
    void whoCancelsSaysNothingAboutTheService() {
        service.thenHang();
        ExternalService door = door().build();
        CompletableFuture<HttpResponse<String>> answer = GuardedHttpClient.of(inside, door)
                .sendAsync(request("GET", service.uri(), ""), BodyHandlers.ofString());
        Awaitility.await().until(() -> !service.received().isEmpty());

        answer.cancel(true);

        Awaitility.await().until(() -> door.state().inFlight() == 0);
        assertThat(door.state().failureRate()).isIn(-1f, 0f);
        assertThat(door.state().recentCalls()).isZero();
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void theRequestsOwnShorterTimeoutHolds() {
        service.thenHang();
        HttpRequest request = HttpRequest.newBuilder(service.uri())
                .timeout(Duration.ofMillis(100))
                .POST(BodyPublishers.noBody())
                .build();

        assertThatThrownBy(() -> GuardedHttpClient.of(inside, door().build()).send(request, BodyHandlers.ofString()))
                .isInstanceOf(java.net.http.HttpTimeoutException.class);
    }

    @Test
    void whatItDoesNotGuardIsTheClientsInside() {
        HttpClient guarded = GuardedHttpClient.of(inside, door().build());

        assertThat(guarded.version()).isEqualTo(inside.version());
        assertThat(guarded.followRedirects()).isEqualTo(inside.followRedirects());
        assertThat(guarded.sslContext()).isSameAs(inside.sslContext());
        assertThat(guarded.connectTimeout()).isEqualTo(inside.connectTimeout());
        assertThat(guarded.newWebSocketBuilder()).isNotNull();
    }
}
