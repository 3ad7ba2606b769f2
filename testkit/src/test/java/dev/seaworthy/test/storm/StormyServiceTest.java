// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawHttp;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StormyServiceTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final StormyService service = StormyService.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void answersAsUsualAndKeepsWhatItReceived() throws Exception {
        service.always(Weather.ok("{\"id\":1}").header("X-Shop", "yes"));

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(service.uri().resolve("/charges?dry=1"))
                        .header("Idempotency-Key", "k1")
                        .POST(BodyPublishers.ofString("{\"amount\":\"5 €\"}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"id\":1}");
        assertThat(answer.headers().firstValue("X-Shop")).contains("yes");
        assertThat(service.received()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/charges?dry=1");
            assertThat(request.header("idempotency-key")).isEqualTo("k1");
            assertThat(request.body()).isEqualTo("{\"amount\":\"5 €\"}");
        });
    }

    @Test
    void readsChunksAndAnswersExpectations() throws Exception {
        HttpRequest chunked = HttpRequest.newBuilder(service.uri())
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("x".repeat(100_000))))
                .build();

        assertThat(client.send(chunked, BodyHandlers.ofString()).body()).isEqualTo("{}");
        assertThat(service.received().get(0).body()).hasSize(100_000);
    }

    @Test
    void theScriptIsFollowedInOrderAndThenItIsAsUsual() throws Exception {
        service.next(Weather.status(503).retryAfter(Duration.ofSeconds(2)), Weather.status(429));

        HttpResponse<String> first = get();
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).contains("2");
        assertThat(get().statusCode()).isEqualTo(429);
        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(service.arrived()).isEqualTo(3);
    }

    @Test
    void hangsUntilTheClientLeaves() {
        service.next(Weather.hang());
        HttpRequest impatient = HttpRequest.newBuilder(service.uri())
                .timeout(Duration.ofMillis(200))
                .build();

        assertThatThrownBy(() -> client.send(impatient, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(service.arrived()).isEqualTo(1);
        Awaitility.await().until(() -> service.inFlight() == 0);
        assertThat(service.mostInFlight()).isEqualTo(1);
    }

    @Test
    void aClientThatLeavesALateAnswerIsNoLongerServed() throws IOException {
        service.always(Weather.ok("{}").after(Duration.ofMinutes(10)));
        try (Socket client = new Socket("127.0.0.1", service.port())) {
            client.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            Awaitility.await().until(() -> service.inFlight() == 1);
        }
        Awaitility.await().until(() -> service.inFlight() == 0);
    }

    @Test
    void resetsBeforeItReads() {
        service.always(Weather.resetBeforeReading());

        assertThatThrownBy(this::rawRequest).isInstanceOf(SocketException.class);
        assertThat(service.received()).isEmpty();
        assertThat(service.arrived()).isEqualTo(1);
    }

    @Test
    void resetsAfterItHasRead() {
        service.always(Weather.resetAfterReading());

        assertThatThrownBy(this::rawRequest).isInstanceOf(SocketException.class);
        assertThat(service.received()).extracting(Received::body).containsExactly("hello");
    }

    @Test
    void halfAnAnswerIsHalfAnAnswer() {
        service.always(Weather.halfAnswer().body("0123456789"));

        RawAnswer answer = new RawHttp(service.uri(), LIMIT).exchange("GET / HTTP/1.1\r\nHost: x\r\n\r\n", false);

        assertThat(answer.end()).isEqualTo(RawAnswer.End.CUT_OFF);
        assertThatIOException().isThrownBy(this::get);
    }

    @Test
    void aDrippingBodyArrivesWhole() throws Exception {
        service.always(
                Weather.ok("{\"slow\":true}").dripping(Duration.ofMillis(2)).after(Duration.ofMillis(20)));

        assertThat(get().body()).isEqualTo("{\"slow\":true}");
    }

    @Test
    void aHeadHasNoBodyAndA204NoLength() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(service.uri())
                .method("HEAD", BodyPublishers.noBody())
                .build();
        assertThat(client.send(head, BodyHandlers.ofString()).headers().firstValue("Content-Length"))
                .contains("2");
        service.next(Weather.status(204));
        assertThat(get().headers().firstValue("Content-Length")).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameStorm() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("StormyServiceTest seed " + seed);

        List<Integer> first = storm(seed);

        assertThat(first).as("seed %s", seed).isEqualTo(storm(seed)).contains(200, 500);
    }

    @Test
    void calmForgetsTheStorm() throws Exception {
        service.always(Weather.status(500))
                .next(Weather.hang())
                .mix(1, Weather.hang())
                .calm();

        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(service.arrived()).isEqualTo(1);
    }

    @Test
    void keepsTheLatestRequestsOnly() throws Exception {
        for (int i = 0; i < 10 * StormyService.MAX_RECEIVED; i++) {
            service.note(new Received("GET", "/" + i, Map.of(), ""));
        }

        assertThat(service.received()).hasSize(StormyService.MAX_RECEIVED);
        assertThat(service.received())
                .last()
                .satisfies(
                        request -> assertThat(request.target()).isEqualTo("/" + (10 * StormyService.MAX_RECEIVED - 1)));
    }

    @Test
    void closingEndsWhatHangs() throws Exception {
        service.always(Weather.hang());
        try (Socket waiting = new Socket("127.0.0.1", service.port())) {
            waiting.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            Awaitility.await().until(() -> service.inFlight() == 1);

            service.close();

            assertThat(waiting.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void wrongValuesAreRefusedInWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weather.status(99))
                .withMessage("status must be from 200 to 599, got '99'; write for example 503");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> service.mix(1.5, Weather.hang()))
                .withMessage("probability must be from 0 to 1, got '1.5'; write for example 0.2");
    }

    private List<Integer> storm(long seed) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (StormyService stormy = StormyService.start(seed)) {
            stormy.mix(0.5, Weather.status(500));
            for (int i = 0; i < 100; i++) {
                statuses.add(client.send(HttpRequest.newBuilder(stormy.uri()).build(), BodyHandlers.discarding())
                        .statusCode());
            }
        }
        return statuses;
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(service.uri()).build(), BodyHandlers.ofString());
    }

    private void rawRequest() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello".getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().read();
        }
    }
}
