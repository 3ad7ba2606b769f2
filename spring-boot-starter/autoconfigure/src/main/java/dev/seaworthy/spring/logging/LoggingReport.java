// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import dev.seaworthy.core.logging.layout.LayoutGuard;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.env.Environment;

/** Says in which format the app logs, why, and whether redaction could attach. */
record LoggingReport(LoggingProperties properties, Environment environment) implements Reporter {

    @Override
    public RoomReport report() {
        Map<String, String> effective = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        boolean json = environment.getProperty(LogEnvironment.JSON, Boolean.class, false);
        effective.put("format", json ? "json" : "as it was");
        effective.put("format.because", environment.getProperty(LogEnvironment.REASON, "nobody asked"));
        if (properties.enabled()) {
            redaction(effective, findings, json);
        }
        if (json) {
            effective.put("queue.capacity", String.valueOf(properties.queue().capacity()));
            effective.put("queue.duplicates", String.valueOf(properties.queue().duplicates()));
        }
        effective.put("request.enabled", String.valueOf(properties.request().enabled()));
        effective.put(
                "request.success-rate", String.valueOf(properties.request().successRate()));
        effective.put(
                "request.captured-body", String.valueOf(properties.request().capturedBody()));
        return new RoomReport("logging", properties.enabled(), effective, findings);
    }

    private void redaction(Map<String, String> effective, List<Finding> findings, boolean json) {
        if (!Logging.isLogback()) {
            effective.put("redaction", "none");
            findings.add(Finding.warn("redaction could not attach, because the app does not log through Logback; what"
                    + " is logged is not masked"));
            return;
        }
        LayoutGuard guard = LogbackGuard.guard();
        effective.put("redaction", guard.guarded().isEmpty() ? "none" : named(guard.guarded()));
        if (!guard.unguarded().isEmpty()) {
            findings.add(Finding.warn("redaction could not attach to " + named(guard.unguarded())
                    + ", whose encoder is none that we know; give it dev.seaworthy.core.logging.JsonLogEncoder"));
        }
        if (properties.format() == LogFormat.JSON && !json) {
            findings.add(Finding.warn("seaworthy.logging.format is json, but "
                    + environment.getProperty(LogEnvironment.REASON, "nobody asked") + "; remove one of the two"));
        }
    }

    private static String named(Set<String> appenders) {
        return String.join(", ", new TreeSet<>(appenders));
    }
}
