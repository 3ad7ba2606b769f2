// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.client;

import dev.seaworthy.core.client.ProxyWatch;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.RoomReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Who else reads forwarding headers in this app.
 *
 * @param strategy {@code native}, {@code framework} or {@code none}, as Boot will understand it
 */
record ForwardHeaders(String strategy) {

    private static final String PROPERTY = "server.forward-headers-strategy";
    private static final String NATIVE = "native";

    static ForwardHeaders of(Environment environment) {
        String chosen = environment.getProperty(PROPERTY);
        if (chosen != null) {
            return new ForwardHeaders(chosen.strip().toLowerCase(Locale.ROOT));
        }
        // Boot does the same: on a platform that always has a proxy in front, the container reads the headers.
        CloudPlatform platform = CloudPlatform.getActive(environment);
        return new ForwardHeaders(platform != null && platform.isUsingForwardHeaders() ? NATIVE : "none");
    }

    boolean byContainer() {
        return strategy.equals(NATIVE);
    }

    RoomReport report(ClientProperties properties, ProxyWatch watch) {
        Map<String, String> effective = new LinkedHashMap<>();
        effective.put(
                "trusted-proxies",
                byContainer()
                        ? "the container's, " + PROPERTY + " is native"
                        : properties.trustedProxies().isEmpty()
                                ? "none"
                                : String.join(", ", properties.trustedProxies()));
        effective.put("ipv4-prefix-length", String.valueOf(properties.ipv4PrefixLength()));
        effective.put("ipv6-prefix-length", String.valueOf(properties.ipv6PrefixLength()));
        List<Finding> findings = new ArrayList<>();
        watch.warnings().forEach(warning -> findings.add(Finding.warn(warning)));
        if (byContainer() && !properties.trustedProxies().isEmpty()) {
            findings.add(Finding.warn("seaworthy.client.trusted-proxies is not used, because " + PROPERTY
                    + " is native and the container has unwrapped the address before; write " + PROPERTY
                    + "=none, or leave trusted-proxies out"));
        }
        if (byContainer() && ClassUtils.isPresent("org.eclipse.jetty.server.Server", null)) {
            findings.add(
                    Finding.warn(PROPERTY + " is native, and Jetty believes the forwarding headers of whoever connects,"
                            + " so anybody chooses the address that limits are counted by; write " + PROPERTY
                            + "=framework and name your proxies in seaworthy.client.trusted-proxies"));
        }
        return new RoomReport("client", true, effective, findings);
    }
}
