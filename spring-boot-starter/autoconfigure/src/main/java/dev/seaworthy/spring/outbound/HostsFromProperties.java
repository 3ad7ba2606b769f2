// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.spring.outbound.client.Hosts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads where the services live. */
final class HostsFromProperties {

    private static final Pattern HOST =
            Pattern.compile("[a-z0-9_](?:[a-z0-9_.-]{0,252}[a-z0-9_])?(?::\\d{1,5})?|\\[[0-9a-f:.]+](?::\\d{1,5})?");

    private HostsFromProperties() {}

    static Hosts of(Map<String, ServiceProperties> services, ExternalServices doors) {
        Map<String, ExternalService> byHost = new HashMap<>();
        services.forEach((name, properties) -> properties.hosts().forEach(written -> {
            String host = written.toLowerCase(Locale.ROOT);
            if (!HOST.matcher(host).matches()) {
                throw bad(
                        name, "must be a host or host:port, got '" + written + "'; write for example api.example.com");
            }
            ExternalService taken = byHost.putIfAbsent(host, doors.require(name));
            if (taken != null && !taken.name().equals(name)) {
                throw bad(
                        name,
                        "and that of '" + taken.name() + "' must differ, got '" + written
                                + "' for both; a host has one door");
            }
        }));
        return new Hosts(byHost);
    }

    private static BadService bad(String service, String rest) {
        return new BadService("seaworthy.outbound." + service + ".hosts " + rest, "Correct the list of hosts.");
    }
}
