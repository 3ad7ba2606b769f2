// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.client;

import dev.seaworthy.core.client.Addresses;
import dev.seaworthy.core.client.ClientResolver;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** Whether a request really came over https, to us or to a proxy that we trust. Never throws. Thread-safe. */
public final class CallerScheme {

    private final ClientResolver clients;

    /** Believes the proxies that the resolver believes. */
    public CallerScheme(ClientResolver clients) {
        this.clients = clients;
    }

    /**
     * Whether it did. Believes the app, which may have its own way to read forwarding headers, and else the proxy in front
     * of the container, if that is one of ours.
     */
    public boolean isHttps(HttpServletRequest seen) {
        if (seen.isSecure()) {
            return true;
        }
        HttpServletRequest request = unwrapped(seen);
        if (request.getHeader("X-Forwarded-Proto") == null && request.getHeader("Forwarded") == null) {
            return false;
        }
        List<String> forwarded = headers(request, "Forwarded");
        List<String> proto = headers(request, "X-Forwarded-Proto");
        return Addresses.parse(request.getRemoteAddr())
                .filter(peer -> clients.cameOverHttps(peer, forwarded, proto))
                .isPresent();
    }

    private static HttpServletRequest unwrapped(HttpServletRequest seen) {
        ServletRequest request = seen;
        while (request instanceof ServletRequestWrapper wrapper) {
            request = wrapper.getRequest();
        }
        return request instanceof HttpServletRequest http ? http : seen;
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        return values == null || !values.hasMoreElements() ? List.of() : Collections.list(values);
    }
}
