// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert.http;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.alert.Notice;
import dev.seaworthy.core.json.JsonWriter;
import dev.seaworthy.core.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Posts each notice as JSON to a service of one's own, signed with {@link WebhookSignature}. A receiver answers with any 2xx
 * and acts once per {@link WebhookSignature#ID}: what got no answer is sent again, with the same id and a new time.
 */
public final class WebhookSink implements AlertSink {

    private final SinkHttp http;
    private final WebhookSignature signature;
    private final String source;
    private final TimeSource time;

    /**
     * A sink for one receiver.
     *
     * @param address an https address; http only where nobody listens in
     * @param signature signs with the secret that the receiver has, too
     * @param source what speaks: the name of the app
     * @param time the clock
     * @throws IllegalArgumentException if the address is no http or https address
     */
    public WebhookSink(URI address, WebhookSignature signature, String source, TimeSource time) {
        this(address, signature, source, time, SinkHttp.LIMIT);
    }

    private WebhookSink(URI address, WebhookSignature signature, String source, TimeSource time, Duration limit) {
        this.http = new SinkHttp("webhook", SinkHttp.checked("webhook address", address), limit);
        this.signature = signature;
        this.source = source;
        this.time = time;
    }

    /** The same sink, but no exchange takes longer than this; 10 s unless chosen otherwise. */
    public WebhookSink within(Duration limit) {
        return new WebhookSink(http.address(), signature, source, time, limit);
    }

    @Override
    public void send(Alert alert) {
        tell(new Notice(
                Notice.Kind.RAISED, alert, 0, Duration.ZERO, UUID.randomUUID().toString(), time.now()));
    }

    @Override
    public void tell(Notice notice) {
        String body = json(notice);
        Instant now = time.now();
        http.post(
                Map.of(
                        WebhookSignature.ID,
                        notice.id(),
                        WebhookSignature.TIMESTAMP,
                        String.valueOf(now.getEpochSecond()),
                        WebhookSignature.SIGNATURE,
                        signature.sign(notice.id(), now, body)),
                body);
    }

    String json(Notice notice) {
        Alert alert = notice.alert();
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("id").value(notice.id());
        json.name("event").value(notice.kind().name().toLowerCase(Locale.ROOT));
        json.name("at").value(notice.at().toString());
        json.name("source").value(source);
        json.name("code").value(alert.code());
        json.name("severity").value(alert.severity().name().toLowerCase(Locale.ROOT));
        json.name("subject").value(alert.subject());
        json.name("text").value(alert.text());
        json.name("silenced").value(notice.silenced());
        json.name("lastedSeconds").value(notice.lasted().toSeconds());
        json.name("correlationId").value(alert.correlationId());
        json.name("runbook")
                .value(alert.runbook() == null ? null : alert.runbook().toString());
        json.name("facts").any(alert.facts());
        return json.endObject().toString();
    }

    @Override
    public String toString() {
        return "WebhookSink[" + http + "]";
    }
}
