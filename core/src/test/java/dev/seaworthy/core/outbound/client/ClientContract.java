// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ServiceFailedException;
import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.outbound.breaker.BreakerState;
import dev.seaworthy.core.outbound.door.ExternalServiceBuilder;
import dev.seaworthy.core.outbound.door.Refusal;
import dev.seaworthy.core.outbound.retry.RetrySettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every client keeps to behind a door, over real sockets. */
abstract class ClientContract {

    private static final RetrySettings AT_ONCE =
            new RetrySettings(3, Duration.ofMillis(1), Duration.ofMillis(2), 100, 1_000);

    final ScriptedService service = new ScriptedService();

    record Answer(int status, String body) {}

    /** Sends with a client behind the door; headers by turns name and value. */
    abstract Answer send(ExternalService door, String method, URI uri, String body, String... headers) throws Exception;

    /** What a client throws, when nobody listens. */
    abstract Class<? extends Throwable> refusedConnection();

    @AfterEach
    void stop() throws Exception {
        service.close();
    }

    ExternalServiceBuilder door() {
        return ExternalService.named("payments").timeout(Duration.ofSeconds(20)).retry(AT_ONCE);
    }

    @Test
    void aGoodAnswerComesWithItsBody() throws Exception {
        service.then(201, "{\"charged\":true}");

        Answer answer = send(door().build(), "POST", service.uri(), "amount=5", "X-Shop", "ada");

        assertThat(answer).isEqualTo(new Answer(201, "{\"charged\":true}"));
        assertThat(service.received()).singleElement().satisfies(request -> {
            assertThat(request.start()).startsWith("POST /charges ");
            assertThat(request.body()).isEqualTo("amount=5");
            assertThat(request.header("X-Shop")).isEqualTo("ada");
            assertThat(request.header("X-Request-Timeout-Ms")).matches("\\d+");
            assertThat(request.header("X-Request-Attempt")).isNull();
        });
    }

    @Test
    void anErrorAnswerIsRepeatedAndTheLastOneReachesTheCallerUnharmed() throws Exception {
        service.then(503, "one").then(503, "two").then(503, "three");

        assertThat(send(door().build(), "GET", service.uri(), "")).isEqualTo(new Answer(503, "three"));
        assertThat(attempts()).containsExactly(null, "2", "3");
    }

    @Test
    void whatRecoversIsNotNoticed() throws Exception {
        service.then(503, "busy").thenReset().then(200, "fine");

        assertThat(send(door().build(), "GET", service.uri(), "")).isEqualTo(new Answer(200, "fine"));
        assertThat(service.received()).hasSize(3);
    }

    @Test
    void aPostIsNotRepeatedAfterAnUncertainAnswer() throws Exception {
        service.then(503, "busy").then(200, "fine");

        assertThat(send(door().build(), "POST", service.uri(), "a")).isEqualTo(new Answer(503, "busy"));
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void aPostWithAKeyIsRepeatedWholeUnderTheSameKey() throws Exception {
        service.then(503, "busy").thenReset().then(201, "done");

        assertThat(send(door().build(), "POST", service.uri(), "amount=5", "Idempotency-Key", "order-1"))
                .isEqualTo(new Answer(201, "done"));
        assertThat(service.received()).hasSize(3).allSatisfy(request -> {
            assertThat(request.header("Idempotency-Key")).isEqualTo("order-1");
            assertThat(request.body()).isEqualTo("amount=5");
        });
    }

    @Test
    void theDoorAddsAKeyWhereItIsToldTo() throws Exception {
        service.then(503, "busy").then(201, "done");
        ExternalService door = door().build();
        door.reconfigure(Settings.withIdempotencyHeader(door.settings(), "X-Key"));

        assertThat(send(door, "POST", service.uri(), "amount=5")).isEqualTo(new Answer(201, "done"));
        assertThat(service.received()).hasSize(2);
        assertThat(service.received().get(0).header("X-Key"))
                .isNotBlank()
                .isEqualTo(service.received().get(1).header("X-Key"));
    }

    @Test
    void aClientErrorIsNoFaultOfTheService() throws Exception {
        service.then(404, "no such page");
        ExternalService door = door().build();
        for (int i = 0; i < 30; i++) {
            assertThat(send(door, "GET", service.uri(), "")).isEqualTo(new Answer(404, "no such page"));
        }
        assertThat(service.received()).hasSize(30);
        assertThat(door.state().breaker()).isEqualTo(BreakerState.CLOSED);
        assertThat(door.state().failureRate()).isZero();
    }

    @Test
    void aServiceThatAsksToWaitIsAskedAgainThen() throws Exception {
        service.then(429, "slowly", "Retry-After", "0").then(200, "fine");

        assertThat(send(door().build(), "GET", service.uri(), "")).isEqualTo(new Answer(200, "fine"));
    }

    @Test
    void aRefusedConnectionIsTheClientsOwnException() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = URI.create("http://localhost:" + free.getLocalPort() + "/");
        }
        Throwable thrown = catchThrowable(() -> send(door().build(), "POST", nobody, "a"));

        assertThat(thrown).isInstanceOf(refusedConnection());
    }

    @Test
    void anAttemptThatHangsIsStoppedAndGivesItsPermitBack() {
        service.thenHang();
        ExternalService door = door().attemptTimeout(Duration.ofMillis(150)).build();

        Throwable thrown = catchThrowable(() -> send(door, "POST", service.uri(), "a"));

        assertThat(thrown).isNotNull();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        Awaitility.await().until(() -> door.state().inFlight() == 0);
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void anAttemptThatHangsIsRepeatedWhereThatIsSafe() throws Exception {
        service.thenHang().then(200, "fine");
        ExternalService door = door().attemptTimeout(Duration.ofMillis(300)).build();

        assertThat(send(door, "GET", service.uri(), "")).isEqualTo(new Answer(200, "fine"));
    }

    @Test
    void aShutDoorSendsNothingAndSaysWhy() {
        ExternalService door = door().build();
        door.mode(BreakerMode.FORCED_OPEN);

        Throwable thrown = catchThrowable(() -> send(door, "GET", service.uri(), ""));

        Classification why = decided(thrown).classification();
        assertThat(why.failureClass()).isEqualTo(FailureClass.LOCALLY_REFUSED);
        assertThat(why.status()).isEqualTo(503);
        assertThat(why.retryAfter()).isPositive();
        assertThat(service.received()).isEmpty();
    }

    @Test
    void aDeclaredRefusalIsToldInTheAppsWords() {
        service.then(402, "declined");
        ExternalService door =
                door().refusal(Refusal.of(402, "PAYMENT_DECLINED")).build();

        Throwable thrown = catchThrowable(() -> send(door, "POST", service.uri(), "a"));

        assertThat(decided(thrown).classification().code()).isEqualTo("PAYMENT_DECLINED");
        assertThat(decided(thrown).classification().status()).isEqualTo(422);
        assertThat(door.state().failureRate()).isIn(-1f, 0f);
    }

    private static ServiceFailedException decided(Throwable thrown) {
        return Stream.iterate(thrown, link -> link != null, Throwable::getCause)
                .filter(ServiceFailedException.class::isInstance)
                .map(ServiceFailedException.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not decided by the door", thrown));
    }

    private Stream<String> attempts() {
        return Arrays.stream(service.received().toArray(ScriptedService.Received[]::new))
                .map(request -> request.header("X-Request-Attempt"));
    }
}
