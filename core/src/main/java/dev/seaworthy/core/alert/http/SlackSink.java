// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert.http;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.alert.Notice;
import dev.seaworthy.core.json.JsonWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Posts each notice to a Slack incoming webhook. Nothing in an alert can mention people or channels, or hide a link.
 *
 * @see <a href="https://api.slack.com/messaging/webhooks">Slack: incoming webhooks</a>
 */
public final class SlackSink implements AlertSink {

    private static final int MAX_SECTION = 2_900;
    private static final int MAX_CONTEXT = 1_900;

    private final SinkHttp http;
    private final String source;

    /**
     * A sink for one channel.
     *
     * @param address the incoming webhook's address, which is a secret
     * @param source what speaks: the name of the app
     * @throws IllegalArgumentException if the address is no http or https address
     */
    public SlackSink(URI address, String source) {
        this(address, source, SinkHttp.LIMIT);
    }

    private SlackSink(URI address, String source, Duration limit) {
        this.http = new SinkHttp("Slack", SinkHttp.checked("Slack address", address), limit);
        this.source = source;
    }

    /** The same sink, but no exchange takes longer than this; 10 s unless chosen otherwise. */
    public SlackSink within(Duration limit) {
        return new SlackSink(http.address(), source, limit);
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
        Alert alert = notice.alert();
        String text = headline(notice) + "\n" + escaped(alert.text(), MAX_SECTION - 500);
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("text").value(text);
        json.name("blocks").beginArray();
        json.beginObject();
        json.name("type").value("section");
        mrkdwn(json.name("text"), text);
        json.endObject();
        json.beginObject();
        json.name("type").value("context");
        json.name("elements").beginArray();
        mrkdwn(json, context(alert));
        json.endArray().endObject();
        return json.endArray().endObject().toString();
    }

    private String headline(Notice notice) {
        Alert alert = notice.alert();
        String what = notice.kind() == Notice.Kind.RESOLVED
                ? ":white_check_mark: *resolved*"
                : sign(alert.severity()) + " *" + alert.severity().name().toLowerCase(Locale.ROOT) + "*";
        return what + " " + escaped(alert.code(), 120) + " `"
                + escaped(alert.subject().replace('`', '\''), 120) + "`";
    }

    private String context(Alert alert) {
        StringBuilder context = new StringBuilder(escaped(source, 120));
        if (alert.correlationId() != null) {
            context.append(" · correlation `")
                    .append(escaped(alert.correlationId(), 120))
                    .append('`');
        }
        if (alert.runbook() != null) {
            context.append(" · <")
                    .append(escaped(alert.runbook().toASCIIString().replace("|", "%7C"), 600))
                    .append("|runbook>");
        }
        alert.facts().forEach((name, value) -> {
            String fact = " · " + escaped(name, 60) + ": " + escaped(value, 120);
            if (context.length() + fact.length() <= MAX_CONTEXT) {
                context.append(fact);
            }
        });
        return context.toString();
    }

    private static String sign(Alert.Severity severity) {
        return switch (severity) {
            case INFO -> ":information_source:";
            case WARNING -> ":warning:";
            case ERROR, CRITICAL -> ":rotating_light:";
        };
    }

    private static JsonWriter mrkdwn(JsonWriter json, String text) {
        return json.beginObject()
                .name("type")
                .value("mrkdwn")
                .name("text")
                .value(text)
                .endObject();
    }

    /** Slack's three special characters as it wants them, and never half of one at the end. */
    private static String escaped(String text, int max) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String next = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> String.valueOf(text.charAt(i));
            };
            if (escaped.length() + next.length() > max) {
                return escaped.append("...").toString();
            }
            escaped.append(next);
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return "SlackSink[" + http + "]";
    }
}
