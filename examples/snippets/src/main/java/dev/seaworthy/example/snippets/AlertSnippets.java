// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.alert.http.PagerDutySink;
import dev.seaworthy.core.alert.http.SlackSink;
import dev.seaworthy.core.alert.http.WebhookSignature;
import dev.seaworthy.core.correlation.Correlation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Code of {@code docs/alert.md}. */
final class AlertSnippets {

    private AlertSnippets() {}

    // region raise
    record Warehouse(Alerts alerts) {

        void onSync(boolean late, Duration behind) {
            if (late) {
                Correlation request = Correlation.current();
                alerts.raise(new Alert(
                                "WAREHOUSE_BEHIND",
                                "warehouse",
                                "Stock is not up to date, orders may be taken for what is sold out.",
                                request == null ? null : request.id().value())
                        .withSeverity(Alert.Severity.WARNING)
                        .withFact("behind", behind.toMinutes() + " min"));
            } else {
                alerts.resolve("WAREHOUSE_BEHIND", "warehouse", "Stock is up to date.");
            }
        }
    }
    // end

    interface Mail {
        void send(String to, String subject, String text);
    }

    static final class Sinks {

        // region sink
        @Bean
        AlertSink onCallMail(Mail mail) {
            return alert -> mail.send("oncall@example.com", alert.code() + " " + alert.subject(), alert.text());
        }
        // end
    }

    interface Ids {
        boolean addIfNew(String id);
    }

    // region verify
    @RestController
    static class AlertReceiver {

        private final WebhookSignature signature = WebhookSignature.of(System.getenv("ALERT_WEBHOOK_SECRET"));
        private final Ids seen;

        AlertReceiver(Ids seen) {
            this.seen = seen;
        }

        @PostMapping("/alerts")
        ResponseEntity<Void> receive(
                @RequestHeader("webhook-id") String id,
                @RequestHeader("webhook-timestamp") String timestamp,
                @RequestHeader("webhook-signature") String signatures,
                @RequestBody String body) {
            if (!signature.matches(id, timestamp, signatures, body, Instant.now())) {
                return ResponseEntity.status(401).build();
            }
            if (seen.addIfNew(id)) {
                wakeSomebody(body);
            }
            return ResponseEntity.noContent().build();
        }
    }
    // end

    static void wakeSomebody(String body) {
        LoggerFactory.getLogger(AlertSnippets.class).info("somebody is woken by {} characters", body.length());
    }

    static void plain(URI slackAddress, String routingKey, Runnable app) {
        // region plain
        try (Alerts alerts = Alerts.builder()
                .sink("slack", new SlackSink(slackAddress, "shop"), Alert.Severity.INFO)
                .sink("pagerduty", new PagerDutySink(PagerDutySink.ADDRESS, routingKey, "shop"), Alert.Severity.ERROR)
                .build()) {
            alerts.watch("DISK_FULL", () -> new java.io.File("/data").getUsableSpace() > 1_000_000_000L);
            app.run();
        }
        // end
    }

    static void bad(Alerts alerts, Set<String> failedOrders) {
        // region bad
        for (String order : failedOrders) {
            alerts.raise(new Alert("ORDER_FAILED", order, "Order " + order + " failed.", null));
        }
        // end
    }

    static void good(Alerts alerts, Set<String> failedOrders) {
        // region good
        if (!failedOrders.isEmpty()) {
            alerts.raise(new Alert("ORDERS_FAIL", "payments", "Orders fail.", null)
                    .withFact("orders", failedOrders.size() + ", see the log"));
        }
        // end
    }
}
