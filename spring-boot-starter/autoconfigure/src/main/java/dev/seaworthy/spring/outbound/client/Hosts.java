// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.client;

import dev.seaworthy.core.outbound.ExternalService;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the door by where a request goes. {@code api.example.com} stands for all ports of the host, {@code
 * api.example.com:8443} for one. Immutable.
 */
public final class Hosts implements DoorFinder {

    private final Map<String, ExternalService> doors;

    /** The doors by host, or host and port, in lower case. */
    public Hosts(Map<String, ExternalService> doors) {
        this.doors = Map.copyOf(doors);
    }

    /** Whether no host has a door. */
    public boolean isEmpty() {
        return doors.isEmpty();
    }

    @Override
    public @Nullable ExternalService find(URI address) {
        String host = address.getHost();
        if (host == null) {
            return null;
        }
        String name = host.toLowerCase(Locale.ROOT);
        ExternalService exact = doors.get(name + ":" + port(address));
        return exact == null ? doors.get(name) : exact;
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
