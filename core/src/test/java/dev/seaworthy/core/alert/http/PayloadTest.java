// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.Notice;
import dev.seaworthy.core.time.ManualTime;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PayloadTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final Alert alert = new Alert("DOWN", "stripe", "Stripe <does> & \"answers\" nothing.", "c0ffee00")
            .withSeverity(Alert.Severity.CRITICAL)
            .withRunbook(URI.create("https://wiki.example.com/DOWN"))
            .withFact("pool", "10 of 10");
    private final WebhookSink webhook = new WebhookSink(
            URI.create("https://hooks.example.com/t0ken"),
            WebhookSignature.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            "shop",
            new ManualTime(AT));
    private final SlackSink slack = new SlackSink(URI.create("https://hooks.slack.com/services/T0/B0/s3cret"), "shop");
    private final PagerDutySink pager = new PagerDutySink(PagerDutySink.ADDRESS, KEY, "shop");

    @Test
    void aWebhookHasEverything() {
        assertThat(webhook.json(notice(Notice.Kind.DIGEST)))
                .isEqualTo("{\"id\":\"n1\",\"event\":\"digest\",\"at\":\"2026-01-01T00:00:00Z\",\"source\":\"shop\","
                        + "\"code\":\"DOWN\",\"severity\":\"critical\",\"subject\":\"stripe\","
                        + "\"text\":\"Stripe <does> & \\\"answers\\\" nothing.\",\"silenced\":7,\"lastedSeconds\":300,"
                        + "\"correlationId\":\"c0ffee00\",\"runbook\":\"https://wiki.example.com/DOWN\","
                        + "\"facts\":{\"pool\":\"10 of 10\"}}");
    }

    @Test
    void slackGetsAHeadlineTheTextAndWhatHelps() {
        JsonObject message = read(slack.json(notice(Notice.Kind.RAISED)));

        assertThat(message.getString("text"))
                .isEqualTo(":rotating_light: *critical* DOWN `stripe`\nStripe &lt;does&gt; &amp; \"answers\" nothing.");
        JsonObject section = message.getJsonArray("blocks").getJsonObject(0);
        assertThat(section.getString("type")).isEqualTo("section");
        assertThat(section.getJsonObject("text").getString("type")).isEqualTo("mrkdwn");
        assertThat(section.getJsonObject("text").getString("text")).isEqualTo(message.getString("text"));
        JsonObject context = message.getJsonArray("blocks").getJsonObject(1);
        assertThat(context.getString("type")).isEqualTo("context");
        assertThat(context.getJsonArray("elements").getJsonObject(0).getString("text"))
                .isEqualTo("shop · correlation `c0ffee00` · <https://wiki.example.com/DOWN|runbook> · pool: 10 of 10");
    }

    @Test
    void slackSeesThatSomethingIsOver() {
        assertThat(read(slack.json(notice(Notice.Kind.RESOLVED))).getString("text"))
                .startsWith(":white_check_mark: *resolved* DOWN `stripe`\n");
    }

    @Test
    void nobodyCanBeMentionedInSlackAndNoTextIsTooLong() {
        Alert hostile = new Alert("DOWN", "<!channel>`", "&<!here>".repeat(10_000), "<@U123>")
                .withFact("<!everyone>", "<!everyone>".repeat(10_000));
        for (int i = 0; i < Alert.MAX_FACTS; i++) {
            hostile = hostile.withFact("fact" + i, "&".repeat(10_000));
        }
        String json = slack.json(new Notice(Notice.Kind.RAISED, hostile, 0, Duration.ZERO, "n1", AT));

        assertThat(json).doesNotContain("<!", "<@");
        JsonObject message = read(json);
        assertThat(message.getString("text")).hasSizeLessThan(3_000);
        message.getJsonArray("blocks")
                .getJsonObject(1)
                .getJsonArray("elements")
                .forEach(element ->
                        assertThat(element.asJsonObject().getString("text")).hasSizeLessThan(2_000));
    }

    @Test
    void pagerDutyIncidentsAreTriggeredAndResolvedByTheSameKey() {
        JsonObject trigger = read(pager.json(notice(Notice.Kind.RAISED)));
        assertThat(trigger.getString("routing_key")).isEqualTo(KEY);
        assertThat(trigger.getString("event_action")).isEqualTo("trigger");
        assertThat(trigger.getString("dedup_key")).isEqualTo("DOWN/stripe");
        JsonObject payload = trigger.getJsonObject("payload");
        assertThat(payload.getString("summary")).isEqualTo("DOWN stripe: Stripe <does> & \"answers\" nothing.");
        assertThat(payload.getString("source")).isEqualTo("shop");
        assertThat(payload.getString("severity")).isEqualTo("critical");
        assertThat(payload.getString("timestamp")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(payload.getJsonObject("custom_details").getString("correlation_id"))
                .isEqualTo("c0ffee00");
        assertThat(trigger.getJsonArray("links").getJsonObject(0).getString("href"))
                .isEqualTo("https://wiki.example.com/DOWN");

        assertThat(read(pager.json(notice(Notice.Kind.DIGEST))).getString("event_action"))
                .isEqualTo("trigger");
        assertThat(pager.json(notice(Notice.Kind.RESOLVED)))
                .isEqualTo(
                        "{\"routing_key\":\"" + KEY + "\",\"event_action\":\"resolve\",\"dedup_key\":\"DOWN/stripe\"}");
    }

    @Test
    void longPagerDutyKeysAndSummariesAreCapped() {
        Alert endless = new Alert("C".repeat(10_000), "s".repeat(10_000), "t".repeat(10_000), null);
        JsonObject trigger =
                read(pager.json(new Notice(Notice.Kind.RAISED, endless, 0, Duration.ZERO, "n1", Instant.EPOCH)));

        assertThat(trigger.getString("dedup_key")).hasSize(64);
        assertThat(trigger.getJsonObject("payload").getString("summary")).hasSize(1_024);
    }

    @Test
    void secretsAreInNoDescriptionAndInNoMessage() {
        assertThat(webhook).hasToString("WebhookSink[webhook at https://hooks.example.com]");
        assertThat(slack).hasToString("SlackSink[Slack at https://hooks.slack.com]");
        assertThat(pager).hasToString("PagerDutySink[PagerDuty at https://events.pagerduty.com]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SlackSink(URI.create("hooks.slack.com/services/T0/B0/s3cret"), "shop"))
                .withMessage("Slack address must be an https address, got one that is not (not shown, it may hold a"
                        + " secret); write for example https://hooks.example.com/alerts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PagerDutySink(PagerDutySink.ADDRESS, "hunter2", "shop"))
                .withMessage("PagerDuty routing key must be 32 letters and digits, got '***' (not shown); write the"
                        + " integration key of an Events API v2 integration");
    }

    private Notice notice(Notice.Kind kind) {
        return new Notice(kind, alert, 7, Duration.ofMinutes(5), "n1", AT);
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
