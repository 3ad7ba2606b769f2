// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.correlation.CorrelationSettings;
import dev.seaworthy.core.error.desk.ErrorSettings;
import dev.seaworthy.core.headers.HeaderSettings;
import dev.seaworthy.core.headers.HeadersReport;
import dev.seaworthy.core.headers.grade.Algorithm;
import dev.seaworthy.core.logging.request.RequestLogSettings;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.RoomReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rooms say about themselves at start-up. */
final class RoomReports {

    private RoomReports() {}

    static RoomReport correlation(CorrelationSettings settings, Networks trustedProxies) {
        Map<String, String> effective = new LinkedHashMap<>();
        effective.put("accepted-headers", String.join(", ", settings.acceptedHeaders()));
        effective.put("response-header", settings.responseHeader());
        effective.put("trusted-networks", shown(settings.trustedNetworks()));
        effective.put("trusted-proxies", shown(trustedProxies));
        return new RoomReport("correlation", true, effective, List.of());
    }

    private static String shown(Networks networks) {
        return networks.all().isEmpty() ? "none" : networks.all().toString();
    }

    static RoomReport headers(HeaderSettings settings) {
        return new RoomReport(
                "headers", true, HeadersReport.grades(settings, Algorithm.V6), HeadersReport.lint(settings));
    }

    static RoomReport alert(List<String> sinks) {
        List<Finding> findings = sinks.isEmpty()
                ? List.of(Finding.warn("nobody is told when something needs a person; give the alerts a sink"))
                : sinks.equals(List.of("log"))
                        ? List.of(
                                Finding.info("alerts go to the log only, where nobody is woken by them; add a sink with"
                                        + " alertSink(...), for example a SlackSink or a PagerDutySink"))
                        : List.of();
        return new RoomReport(
                "alert", true, Map.of("told", sinks.isEmpty() ? "nobody" : String.join(", ", sinks)), findings);
    }

    static RoomReport logging(RequestLogSettings settings) {
        Map<String, String> effective = new LinkedHashMap<>();
        effective.put("request.success-rate", String.valueOf(settings.successRate()));
        effective.put("request.slow", String.valueOf(settings.slow()));
        effective.put("request.captured-body", String.valueOf(settings.capturedBody()));
        return new RoomReport("logging", true, effective, List.of());
    }

    static RoomReport error(ErrorSettings settings) {
        Map<String, String> effective = new LinkedHashMap<>();
        effective.put("type-base", settings.typeBase() == null ? "URNs" : String.valueOf(settings.typeBase()));
        effective.put("invalid-status", String.valueOf(settings.invalidStatus()));
        return new RoomReport(
                "error",
                true,
                effective,
                List.of(
                        Finding.info(
                                "what the container refuses before any filter runs, a malformed request line for example, gets the"
                                        + " container's own page; in an embedded server install SeaworthyTomcat or SeaworthyJetty")));
    }
}
