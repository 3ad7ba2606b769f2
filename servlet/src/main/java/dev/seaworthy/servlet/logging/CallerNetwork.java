// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import dev.seaworthy.core.client.Addresses;
import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.client.Network;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The network that a request comes from: enough to see a pattern, too little to find a person. */
final class CallerNetwork {

    private static final int IPV4_PREFIX = 24;
    private static final int IPV6_PREFIX = 48;

    private CallerNetwork() {}

    static @Nullable String of(HttpServletRequest seen, ClientResolver clients) {
        // A wrapper may tell an address that the client chose.
        ServletRequest request = seen;
        while (request instanceof ServletRequestWrapper wrapper) {
            request = wrapper.getRequest();
        }
        Optional<InetAddress> peer = Addresses.parse(request.getRemoteAddr());
        return peer.map(address ->
                        masked(clients.resolve(address, headers(seen, "Forwarded"), headers(seen, "X-Forwarded-For"))))
                .orElse(null);
    }

    static @Nullable String masked(InetAddress address) {
        byte[] bits = address.getAddress();
        int prefix = bits.length == 4 ? IPV4_PREFIX : IPV6_PREFIX;
        Arrays.fill(bits, prefix / 8, bits.length, (byte) 0);
        try {
            return new Network(InetAddress.getByAddress(bits), prefix).toString();
        } catch (UnknownHostException | IllegalArgumentException noNetwork) {
            return null;
        }
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        return values == null ? List.of() : Collections.list(values);
    }
}
