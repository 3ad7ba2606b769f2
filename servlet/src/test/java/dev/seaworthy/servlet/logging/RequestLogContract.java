// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seaworthy.core.logging.request.RequestLogSettings;
import dev.seaworthy.servlet.SeaworthyFilters;
import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.test.LogEvents;
import dev.seaworthy.test.LogEvents.Event;
import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawHttp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line for each request, however it ends; each container runs it over real sockets. */
abstract class RequestLogContract {

    private static final String REQUEST = "dev.seaworthy.request";

    private static final Map<String, String> USERS =
            Map.of("ada", "ada", "mail", "ada@example.com", "bidi", "a\u202eb\nERROR forged\u001b");

    private final TestServer.Starter starter;
    private TestServer server;
    private RawHttp http;
    private LogEvents log;

    RequestLogContract(TestServer.Starter starter) {
        this.starter = starter;
    }

    @BeforeEach
    void listen() throws Exception {
        log = LogEvents.capture("dev.seaworthy.error");
        start(new RequestLogSettings(1, Duration.ofSeconds(1), 64));
    }

    private void start(RequestLogSettings settings) throws Exception {
        SeaworthyFilters filters = SeaworthyFilters.builder()
                .requestLogSettings(settings)
                .userContext(request -> USERS.get(request.getHeader("X-User")))
                .build();
        server = starter.start(context -> {
            filters.register(context);
            EndsServlet.register(context);
        });
        http = new RawHttp(server.uri(), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        log.close();
    }

    private RawAnswer send(String request, String... headers) {
        return http.exchange(
                request + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("", headers) + "\r\n",
                request.startsWith("HEAD"));
    }

    private List<Event> lines() {
        return log.all().stream()
                .filter(event -> event.logger().equals(REQUEST))
                .toList();
    }

    /** Waits for it, then for another one that must not come. */
    private Event line() {
        await().until(() -> !lines().isEmpty());
        send("GET /ok?last");
        await().until(() -> lines().get(lines().size() - 1).value("http.route").equals("/ok"));
        assertThat(lines()).hasSize(2);
        return lines().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "/ends/ok, 200, ok, success",
        "/ends/throw, 500, failed, failure",
        "/ends/send-error, 418, refused, failure",
        "/ends/async-complete, 200, ok, success",
        "/ends/async-dispatch, 200, ok, success",
        "/ends/async-throw, 500, failed, failure",
        "/ends/async-timeout, 503, failed, failure",
        "/ends/stream, 200, ok, success",
        "/ends/forward, 200, ok, success",
        "/ends/committed, 200, failed, failure",
    })
    void everyEndIsOneLine(String path, int status, String outcome, String ecs) {
        send("GET " + path, "X-Correlation-Id: request-log-1\r\n");

        Event line = line();
        assertThat(line.value("http.response.status_code")).isEqualTo(String.valueOf(status));
        assertThat(line.value("seaworthy.outcome")).isEqualTo(outcome);
        assertThat(line.value("event.outcome")).isEqualTo(ecs);
        assertThat(line.value("http.route")).isEqualTo("/ends/*");
        assertThat(line.value("http.request.method")).isEqualTo("GET");
        assertThat(line.value("client.address")).isEqualTo("127.0.0.0/24");
        assertThat(line.mdc()).containsEntry("correlationId", "request-log-1");
        assertThat(line.throwable()).isNull();
        assertThat(Long.parseLong(line.value("event.duration"))).isPositive();
    }

    @Test
    void aFailureAndItsLineShareTheirErrorId() {
        send("GET /ends/throw");

        Event line = line();
        assertThat(log.all())
                .filteredOn(event -> event.logger().equals("dev.seaworthy.error"))
                .singleElement()
                .satisfies(event -> assertThat(event.value("error.id")).isEqualTo(line.value("error.id")));
        assertThat(line.value("error.code")).isEqualTo("INTERNAL_ERROR");
        assertThat(line.message()).matches("GET /ends/\\* 500 failed in \\d+ ms, error [0-9a-f-]{36}");
    }

    @Test
    void aClientThatLeavesIsOneAbortedRequest() {
        http.leave("GET /ends/endless HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Event line = line();
        assertThat(line.value("seaworthy.outcome")).isEqualTo("aborted");
        assertThat(line.value("event.outcome")).isEqualTo("unknown");
        assertThat(line.value("http.response.status_code")).isEqualTo("499");
    }

    @Test
    void bytesAreCountedBothWays() {
        send("POST /ends/echo", "Content-Length: 5\r\nContent-Type: text/plain\r\n\r\n", "12345");

        Event line = line();
        assertThat(line.value("http.request.body.bytes")).isEqualTo("5");
        assertThat(line.value("http.response.body.bytes")).isEqualTo("5");
    }

    @Test
    void aBodyWithoutALengthIsCountedAsItIsRead() {
        send(
                "POST /ends/echo",
                "Transfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n",
                "5\r\nhello\r\n0\r\n");

        assertThat(line().value("http.request.body.bytes")).isEqualTo("5");
    }

    @Test
    void bodiesAreCapturedOnlyWhereItFailedAndOnlyToTheCap() {
        String body = "{\"a\":1}" + "x".repeat(93);
        send("POST /ends/reject", "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n", body);

        Event line = line();
        assertThat(line.value("http.request.body.content")).isEqualTo(body.substring(0, 64) + "...(truncated)");
        assertThat(line.value("http.response.body.content")).hasSizeLessThanOrEqualTo(64 + "...(truncated)".length());
        assertThat(lines().get(1).keyValues()).doesNotContainKey("http.response.body.content");
    }

    @Test
    void binaryBodiesAreNotCaptured() {
        send("POST /ends/reject", "Content-Type: image/png\r\nContent-Length: 3\r\n\r\n", "PNG");

        assertThat(line().keyValues()).doesNotContainKey("http.request.body.content");
    }

    @Test
    void aFormStaysTheAppsToRead() {
        RawAnswer answer = send(
                "POST /ends/form",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\n",
                "a=tea");

        assertThat(answer.body()).isEqualTo("tea");
        assertThat(line().value("http.request.body.bytes")).isEqualTo("5");
    }

    @Test
    void whatNoRouteTookIsToldByItsPathWithoutTheQuery() {
        send("GET /nothing/here?password=hunter2");

        Event line = line();
        assertThat(line.value("http.response.status_code")).isEqualTo("404");
        assertThat(line.value("url.path")).isEqualTo("/nothing/here");
        assertThat(line.message()).startsWith("GET (no route) 404 refused in ");
    }

    @Test
    void theUserIsNamedInAllLinesAndNeverByAnAddress() {
        send("GET /ends/ok", "X-User: ada\r\n");
        Event line = line();
        assertThat(line.value("user.id")).isEqualTo("ada");
        assertThat(line.mdc()).doesNotContainKey("userId");
        assertThat(log.all())
                .filteredOn(event -> event.message().equals("the servlet logs"))
                .first()
                .satisfies(event -> assertThat(event.mdc()).containsEntry("userId", "ada"));
    }

    @ParameterizedTest
    @CsvSource({"mail, \\*\\*\\*#[0-9a-f]{12}", "bidi, a.u202eb.u000aERROR forged.u001b"})
    void aUserNameTellsNoAddressAndForgesNothing(String user, String logged) {
        send("GET /ends/ok", "X-User: " + user + "\r\n");

        assertThat(line().value("user.id")).matches(logged);
    }

    @Test
    void somebodyRefusedIsAnonymous() {
        send("GET /ends/unauthenticated");

        Event line = line();
        assertThat(line.value("user.id")).isEqualTo("anonymous");
        assertThat(line.value("seaworthy.refused_by")).isEqualTo("security");
        assertThat(log.all())
                .anySatisfy(event -> assertThat(event.value("event.code")).isEqualTo("AUTHENTICATION_FAILED"));
    }

    @Test
    void successesAreSampledByTheirIdAndFailuresNever() throws Exception {
        server.close();
        start(new RequestLogSettings(0, Duration.ofHours(1), 0));
        send("GET /ends/ok");
        send("GET /ends/throw");

        await().until(() -> !lines().isEmpty());
        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line.value("seaworthy.outcome")).isEqualTo("failed"));
    }
}
