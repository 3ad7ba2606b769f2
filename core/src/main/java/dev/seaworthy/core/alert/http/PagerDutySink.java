// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert.http;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.alert.Notice;
import dev.seaworthy.core.json.JsonWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Triggers and resolves PagerDuty incidents through the Events API v2. Code and subject make the {@code dedup_key}, so all
 * instances of an app share one incident, a digest goes to the one that is open, and what is over closes it.
 *
 * @see <a href="https://developer.pagerduty.com/docs/events-api-v2/trigger-events/">PagerDuty: Events API v2</a>
 */
public final class PagerDutySink implements AlertSink {

    /** The address of accounts in the US; those in the EU use {@code https://events.eu.pagerduty.com/v2/enqueue}. */
    public static final URI ADDRESS = URI.create("https://events.pagerduty.com/v2/enqueue");

    private static final int MAX_DEDUP_KEY = 255;
    private static final int MAX_SUMMARY = 1_024;

    private final SinkHttp http;
    private final String routingKey;
    private final String source;

    /**
     * A sink for one service.
     *
     * @param address usually {@link #ADDRESS}
     * @param routingKey the integration key of the service, a secret of 32 letters and digits
     * @param source what speaks: the name of the app
     * @throws IllegalArgumentException if the address is no http or https address, or the key cannot be one
     */
    public PagerDutySink(URI address, String routingKey, String source) {
        this(address, routingKey, source, SinkHttp.LIMIT);
    }

    private PagerDutySink(URI address, String routingKey, String source, Duration limit) {
        if (!routingKey.matches("[A-Za-z0-9]{32}")) {
            throw new IllegalArgumentException(
                    "PagerDuty routing key must be 32 letters and digits, got '***' (not shown); write the integration key"
                            + " of an Events API v2 integration");
        }
        this.http = new SinkHttp("PagerDuty", SinkHttp.checked("PagerDuty address", address), limit);
        this.routingKey = routingKey;
        this.source = source;
    }

    /** The same sink, but no exchange takes longer than this; 10 s unless chosen otherwise. */
    public PagerDutySink within(Duration limit) {
        return new PagerDutySink(http.address(), routingKey, source, limit);
    }

    @Override
    public void send(Alert alert) {
        tell(new Notice(Notice.Kind.RAISED, alert, 0, Duration.ZERO, "", Instant.EPOCH));
    }

    @Override
    public void tell(Notice notice) {
        http.post(Map.of(), json(notice));
    }

    String json(Notice notice) {
        boolean over = notice.kind() == Notice.Kind.RESOLVED;
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("routing_key").value(routingKey);
        json.name("event_action").value(over ? "resolve" : "trigger");
        json.name("dedup_key").value(dedupKey(notice.alert()));
        if (!over) {
            json.name("client").value(source);
            payload(json.name("payload"), notice);
            links(json, notice.alert());
        }
        return json.endObject().toString();
    }

    private void payload(JsonWriter json, Notice notice) {
        Alert alert = notice.alert();
        String summary = alert.code() + " " + alert.subject() + ": " + alert.text();
        json.beginObject();
        json.name("summary").value(summary.substring(0, Math.min(MAX_SUMMARY, summary.length())));
        json.name("source").value(source);
        json.name("severity").value(alert.severity().name().toLowerCase(Locale.ROOT));
        if (notice.at().isAfter(Instant.EPOCH)) {
            json.name("timestamp").value(notice.at().toString());
        }
        json.name("component").value(alert.subject());
        json.name("class").value(alert.code());
        json.name("custom_details").beginObject();
        json.name("text").value(alert.text());
        json.name("silenced").value(notice.silenced());
        json.name("correlation_id").value(alert.correlationId());
        json.name("facts").any(alert.facts());
        json.endObject().endObject();
    }

    private static void links(JsonWriter json, Alert alert) {
        if (alert.runbook() != null) {
            json.name("links").beginArray().beginObject();
            json.name("href").value(alert.runbook().toString());
            json.name("text").value("Runbook");
            json.endObject().endArray();
        }
    }

    private static String dedupKey(Alert alert) {
        String key = alert.code() + "/" + alert.subject();
        return key.length() <= MAX_DEDUP_KEY ? key : sha256(key);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "PagerDutySink[" + http + "]";
    }
}
