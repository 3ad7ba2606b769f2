// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.alert;

import dev.seaworthy.core.alert.AlertSettings;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says who is told, without a secret. */
record AlertReporter(AlertProperties properties, AlertSettings settings, Alerts alerts) implements Reporter {

    @Override
    public RoomReport report() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("told", alerts.sinks().isEmpty() ? "nobody" : String.join(", ", alerts.sinks()));
        shown.put("cool-down", text(settings.coolDown()));
        shown.put("digest", settings.digest() ? "on" : "off");
        shown.put("resolve-after", text(settings.resolveAfter()));
        shown.put(
                "runbook-base",
                settings.runbookBase() == null ? "none" : settings.runbookBase().toString());
        shown.put("thresholds", thresholds());
        addSeverity(shown, "log", properties.log().minSeverity());
        addSeverity(shown, "webhook", properties.webhook().minSeverity());
        addSeverity(shown, "slack", properties.slack().minSeverity());
        addSeverity(shown, "pagerduty", properties.pagerduty().minSeverity());
        return new RoomReport("alert", properties.enabled(), shown, properties.enabled() ? findings() : List.of());
    }

    private void addSeverity(Map<String, String> shown, String sink, Enum<?> severity) {
        if (alerts.sinks().contains(sink)) {
            shown.put(sink + ".min-severity", severity.name().toLowerCase(Locale.ROOT));
        }
    }

    private String thresholds() {
        String within = " within " + text(properties.window());
        return properties.thresholds().isEmpty()
                ? "as the table says," + within
                : properties.thresholds().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", "", within));
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<String> sinks = alerts.sinks();
        if (sinks.isEmpty()) {
            findings.add(Finding.warn("nobody is told when something needs a person; set seaworthy.alert.webhook.url,"
                    + " seaworthy.alert.slack.url or seaworthy.alert.pagerduty.routing-key, or add an AlertSink bean"));
        } else if (sinks.equals(List.of("log"))) {
            findings.add(Finding.info("alerts go to the log only, where nobody is woken by them; set"
                    + " seaworthy.alert.webhook.url, seaworthy.alert.slack.url or seaworthy.alert.pagerduty.routing-key,"
                    + " or add an AlertSink bean"));
        }
        inTheClear(findings, "webhook.url", properties.webhook().url());
        inTheClear(findings, "slack.url", properties.slack().url());
        inTheClear(findings, "pagerduty.url", properties.pagerduty().url());
        return findings;
    }

    private static void inTheClear(List<Finding> findings, String name, @Nullable String url) {
        if (url != null && url.toLowerCase(Locale.ROOT).startsWith("http:")) {
            findings.add(Finding.warn("seaworthy.alert." + name
                    + " is an http address, so alerts and the token in it travel" + " in the clear; use https"));
        }
    }

    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
