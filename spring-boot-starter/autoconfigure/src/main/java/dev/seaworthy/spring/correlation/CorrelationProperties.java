// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.correlation;

import dev.seaworthy.core.correlation.CorrelationSettings;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.spring.client.NetworkList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What can be chosen about correlation.
 *
 * @param enabled whether requests get a correlation id that logs, threads and other services share
 * @param acceptedHeaders request headers that may bring the id, the first one that matches wins; empty accepts none
 * @param responseHeader the response header that echoes the id, and the request header that sends it on
 * @param trustedNetworks networks of callers whose trace is continued, in CIDR notation, such as 10.0.0.0/8; all others'
 *     is restarted and only linked
 * @param hideUntrustedTraces whether a tracer, too, gets to see the traces of trusted-networks only; the trace headers of
 *     all others are hidden from the whole app
 */
@ConfigurationProperties("seaworthy.correlation")
record CorrelationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue({"X-Correlation-Id", "X-Request-Id"}) List<String> acceptedHeaders,
        @DefaultValue("X-Correlation-Id") String responseHeader,
        @DefaultValue List<String> trustedNetworks,
        @DefaultValue("false") boolean hideUntrustedTraces) {

    private static final String PREFIX = "seaworthy.correlation.";

    CorrelationProperties {
        acceptedHeaders = List.copyOf(acceptedHeaders);
        trustedNetworks = List.copyOf(trustedNetworks);
    }

    CorrelationSettings settings() {
        CorrelationSettings defaults = CorrelationSettings.withDefaults();
        checked(
                "accepted-headers",
                acceptedHeaders,
                () -> new CorrelationSettings(acceptedHeaders, defaults.responseHeader(), defaults.trustedNetworks()));
        checked(
                "response-header",
                responseHeader,
                () -> new CorrelationSettings(List.of(), responseHeader, defaults.trustedNetworks()));
        return new CorrelationSettings(
                acceptedHeaders, responseHeader, NetworkList.read(PREFIX + "trusted-networks", trustedNetworks));
    }

    RoomReport report() {
        Map<String, String> effective = new LinkedHashMap<>();
        effective.put("accepted-headers", String.join(", ", acceptedHeaders));
        effective.put("response-header", responseHeader);
        effective.put("trusted-networks", trustedNetworks.isEmpty() ? "none" : String.join(", ", trustedNetworks));
        effective.put("hide-untrusted-traces", String.valueOf(hideUntrustedTraces));
        List<Finding> findings = trustedNetworks.stream()
                .filter(network -> network.endsWith("/0"))
                .map(network -> Finding.warn("seaworthy.correlation.trusted-networks holds " + network
                        + ", so any stranger continues traces and decides what is recorded; name your own networks"))
                .toList();
        return new RoomReport("correlation", enabled, effective, findings);
    }

    private static void checked(String name, Object value, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException wrong) {
            throw new InvalidConfigurationPropertyValueException(PREFIX + name, value, wrong.getMessage());
        }
    }
}
