// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.alert;

import dev.seaworthy.core.alert.Alert.Severity;
import dev.seaworthy.core.alert.AlertSettings;
import dev.seaworthy.core.alert.http.PagerDutySink;
import dev.seaworthy.core.alert.http.SlackSink;
import dev.seaworthy.core.alert.http.WebhookSignature;
import dev.seaworthy.core.alert.http.WebhookSink;
import dev.seaworthy.core.error.desk.AlarmSettings;
import dev.seaworthy.core.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be chosen about alerts.
 *
 * @param enabled whether anybody is told
 * @param source what speaks, the name of the app where it is not set
 * @param coolDown how long the same alert stays silent after it was told
 * @param digest whether a cool-down in which it was raised again ends in one summary
 * @param resolveAfter how long something must have been over before that is told
 * @param runbookBase where the runbooks are, one page per code
 * @param window within which failures are counted for the thresholds
 * @param thresholds how many failures of a class within the window are told, by the name of the class, such as too-slow; 1
 *     tells each, 0 none
 * @param closeWithin how long the end of the app waits for alerts that are being sent
 * @param log the log
 * @param webhook a service of your own
 * @param slack a Slack channel
 * @param pagerduty a PagerDuty service
 */
@ConfigurationProperties("seaworthy.alert")
record AlertProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String source,
        @DefaultValue("5m") Duration coolDown,
        @DefaultValue("true") boolean digest,
        @DefaultValue("30s") Duration resolveAfter,
        @Nullable URI runbookBase,
        @DefaultValue("1m") Duration window,
        @DefaultValue Map<String, Integer> thresholds,
        @DefaultValue("5s") Duration closeWithin,
        @DefaultValue Log log,
        @DefaultValue Webhook webhook,
        @DefaultValue Slack slack,
        @DefaultValue Pagerduty pagerduty) {

    private static final String PREFIX = "seaworthy.alert.";

    AlertProperties {
        thresholds = Map.copyOf(thresholds);
        settings(coolDown, digest, resolveAfter, runbookBase);
        AlarmSettings.named(window, thresholds);
        if (closeWithin.isNegative() || closeWithin.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    PREFIX + "close-within must be from PT0S to PT1M, got '" + closeWithin + "'; write for example 5s");
        }
    }

    /**
     * The log.
     *
     * @param enabled whether alerts are written to the log; what the log has already is not written again
     * @param minSeverity what is less severe is not written
     */
    record Log(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("info") Severity minSeverity) {}

    /**
     * A service of your own.
     *
     * @param url where alerts are posted to; none where it is not set
     * @param secret what they are signed with: whsec_ and 24 to 64 random bytes in Base64
     * @param minSeverity what is less severe is not sent
     */
    record Webhook(
            @Nullable String url,
            @Nullable String secret,
            @DefaultValue("info") Severity minSeverity) {

        Webhook {
            url = blankToNull(url);
            secret = blankToNull(secret);
            if ((url == null) != (secret == null)) {
                throw new IllegalArgumentException(PREFIX + "webhook." + (url == null ? "url" : "secret")
                        + " must be set where the other of url and secret is, got none; write "
                        + (url == null
                                ? "the address of the receiver"
                                : "what this prints: echo whsec_$(openssl rand -base64 32)"));
            }
            if (url != null && secret != null) {
                address("webhook.url", url);
                String checked = secret;
                named("webhook.secret", () -> WebhookSignature.of(checked));
            }
        }

        @Nullable
        WebhookSink sink(String source, TimeSource time) {
            return url == null || secret == null
                    ? null
                    : new WebhookSink(address("webhook.url", url), WebhookSignature.of(secret), source, time);
        }

        @Override
        public String toString() {
            return "Webhook[" + (url == null ? "none" : "***") + "]";
        }
    }

    /**
     * A Slack channel.
     *
     * @param url the address of an incoming webhook, a secret; none where it is not set
     * @param minSeverity what is less severe is not sent
     */
    record Slack(@Nullable String url, @DefaultValue("info") Severity minSeverity) {

        Slack {
            url = blankToNull(url);
            if (url != null) {
                address("slack.url", url);
            }
        }

        @Nullable
        SlackSink sink(String source) {
            return url == null ? null : new SlackSink(address("slack.url", url), source);
        }

        @Override
        public String toString() {
            return "Slack[" + (url == null ? "none" : "***") + "]";
        }
    }

    /**
     * A PagerDuty service.
     *
     * @param routingKey the integration key of an Events API v2 integration, a secret; none where it is not set
     * @param url where events are posted to; accounts in the EU write https://events.eu.pagerduty.com/v2/enqueue
     * @param minSeverity what is less severe pages nobody
     */
    record Pagerduty(
            @Nullable String routingKey,

            @DefaultValue("https://events.pagerduty.com/v2/enqueue")
            String url,

            @DefaultValue("error") Severity minSeverity) {

        Pagerduty {
            routingKey = blankToNull(routingKey);
            URI address = address("pagerduty.url", url);
            if (routingKey != null) {
                String key = routingKey;
                named("pagerduty.routing-key", () -> new PagerDutySink(address, key, ""));
            }
        }

        @Nullable
        PagerDutySink sink(String source) {
            return routingKey == null ? null : new PagerDutySink(address("pagerduty.url", url), routingKey, source);
        }

        @Override
        public String toString() {
            return "Pagerduty[" + (routingKey == null ? "none" : "***") + "]";
        }
    }

    AlertSettings settings() {
        return settings(coolDown, digest, resolveAfter, runbookBase);
    }

    AlarmSettings alarms() {
        return AlarmSettings.named(window, thresholds);
    }

    private static AlertSettings settings(
            Duration coolDown, boolean digest, Duration resolveAfter, @Nullable URI runbookBase) {
        return new AlertSettings(coolDown, digest, resolveAfter, runbookBase);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What is wrong with an address that holds a token is said without it. */
    private static URI address(String name, String text) {
        try {
            URI address = URI.create(text);
            boolean http =
                    "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (http && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException unreadable) {
            // Its message would repeat the address.
        }
        throw new IllegalArgumentException(
                PREFIX + name + " must be an https address, got '***' (not shown, it may hold a"
                        + " secret); write for example https://hooks.example.com/alerts");
    }

    private static void named(String name, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(PREFIX + name + " cannot be used: " + wrong.getMessage());
        }
    }
}
