// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.alert.http.PagerDutySink;
import dev.seaworthy.core.alert.http.SlackSink;
import dev.seaworthy.core.alert.http.WebhookSignature;
import dev.seaworthy.core.alert.http.WebhookSink;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.test.LogEvents;
import dev.seaworthy.test.storm.Received;
import dev.seaworthy.test.storm.StormyService;
import dev.seaworthy.test.storm.Weather;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SinksInTheStormTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String TOKEN = "T0-B0-s3cret";
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Alert ALERT = new Alert("DOWN", "stripe", "Stripe does not answer.", "c0ffee00");

    private final StormyService receiver = StormyService.start();
    private final WebhookSignature signature = WebhookSignature.of(SECRET);
    private final WebhookSink webhook =
            new WebhookSink(address(), signature, "shop", TimeSource.system()).within(LIMIT);

    @AfterEach
    void stop() {
        receiver.close();
    }

    static List<Weather> passing() {
        return List.of(
                Weather.status(500),
                Weather.status(503).retryAfter(Duration.ofSeconds(1)),
                Weather.status(429),
                Weather.status(408),
                Weather.hang(),
                Weather.resetBeforeReading(),
                Weather.resetAfterReading(),
                Weather.ok("{}").after(Duration.ofSeconds(30)),
                Weather.ok("x".repeat(1_000)).dripping(Duration.ofSeconds(1)));
    }

    @Test
    void aReceiverCanCheckTheSignature() {
        webhook.send(ALERT);

        Received request = receiver.received().get(0);
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(signature.matches(
                        request.header(WebhookSignature.ID),
                        request.header(WebhookSignature.TIMESTAMP),
                        request.header(WebhookSignature.SIGNATURE),
                        request.body(),
                        TimeSource.system().now()))
                .isTrue();
        assertThat(request.toString()).doesNotContain(SECRET);
    }

    @Test
    void slackAndPagerDutyArePostedTo() {
        new SlackSink(address(), "shop").within(LIMIT).send(ALERT);
        new PagerDutySink(address(), "0123456789abcdef0123456789abcdef", "shop")
                .within(LIMIT)
                .send(ALERT);

        assertThat(receiver.received()).extracting(Received::method).containsExactly("POST", "POST");
        assertThat(receiver.received().get(0).body()).contains("\"blocks\"");
        assertThat(receiver.received().get(1).body()).contains("\"event_action\":\"trigger\"");
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whateverMayPassIsReportedWithoutASecret(Weather weather) {
        receiver.always(weather);

        assertThatThrownBy(() -> webhook.send(ALERT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("webhook at http://127.0.0.1:" + receiver.port() + " ")
                .hasNoCause()
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(TOKEN, SECRET));
        Awaitility.await().until(() -> receiver.inFlight() == 0);
    }

    @Test
    void whatWillNotPassIsRefusedAndRedirectsAreNotFollowed() {
        for (int status : new int[] {301, 307, 400, 401, 403, 404, 410}) {
            receiver.next(Weather.status(status)
                    .header("Location", receiver.uri().resolve("/elsewhere").toString()));
            assertThatThrownBy(() -> webhook.send(ALERT))
                    .isInstanceOf(AlertSink.Refused.class)
                    .hasMessage("webhook at http://127.0.0.1:" + receiver.port()
                            + " did not take the alert, got status " + status + "; check its address and its key");
        }
        assertThat(receiver.received()).extracting(Received::target).containsOnly("/" + TOKEN);
    }

    @Test
    void nobodyThereIsReported() {
        receiver.close();

        assertThatThrownBy(() -> webhook.send(ALERT))
                .hasMessage("webhook at http://127.0.0.1:" + receiver.port()
                        + " cannot be reached, got ConnectException; look at the network between, or at its address");
    }

    @Test
    void anAlertThatGotNoAnswerIsSentAgainWithTheSameId() {
        receiver.next(Weather.status(503));
        try (Alerts alerts = Alerts.builder().sink(webhook).build()) {
            alerts.raise(ALERT);
            Awaitility.await().until(() -> receiver.arrived() == 2);
        }
        assertThat(receiver.received())
                .extracting(request -> request.header(WebhookSignature.ID))
                .doesNotContain("")
                .hasSize(2)
                .allMatch(id -> id.equals(receiver.received().get(0).header(WebhookSignature.ID)));
    }

    @Test
    void noSecretIsLoggedWhenASinkFails() {
        receiver.always(Weather.status(401));
        Telemetry telemetry = new Telemetry();
        try (LogEvents events = LogEvents.capture("dev.seaworthy")) {
            try (Alerts alerts = Alerts.builder()
                    .telemetry(telemetry)
                    .sink("webhook", webhook, Alert.Severity.INFO)
                    .sink("log", AlertSink.log(), Alert.Severity.INFO)
                    .build()) {
                alerts.raise(ALERT);
                Awaitility.await().until(() -> telemetry.total("seaworthy.alert.sink-failed", "sink", "webhook") == 1);
            }
            String log = events.all().toString();
            assertThat(log)
                    .contains("alert sink webhook failed")
                    .doesNotContain(TOKEN)
                    .doesNotContain("MfKQ9");
        }
    }

    private URI address() {
        return receiver.uri().resolve("/" + TOKEN);
    }
}
