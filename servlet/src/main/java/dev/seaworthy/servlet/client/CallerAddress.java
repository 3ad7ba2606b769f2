// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.client;

import dev.seaworthy.core.client.Addresses;
import dev.seaworthy.core.client.ClientResolver;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From where a request comes: asked of the container's own request, because a wrapper, such as Spring's {@code
 * ForwardedHeaderFilter} puts around it, may have let anybody choose the address. Immutable.
 *
 * @param client the client, behind the proxies that are trusted
 * @param peer the other end of the connection
 * @param forwardedFor for whom the peer says that it forwards, the last entry; null where no header says so
 */
public record CallerAddress(
        InetAddress client, InetAddress peer, @Nullable String forwardedFor) {

    /** The request attribute that keeps it, so that it is found once for each request. */
    public static final String ATTRIBUTE = "dev.seaworthy.servlet.client.address";

    private static final InetAddress NOBODY = InetAddress.getLoopbackAddress();
    private static final int MAX_SHOWN = 200;

    /** Finds it. Never throws for what a client sends; a container that names no address stands for the loopback one. */
    public static CallerAddress of(HttpServletRequest seen, ClientResolver clients) {
        if (seen.getAttribute(ATTRIBUTE) instanceof CallerAddress known) {
            return known;
        }
        HttpServletRequest request = unwrapped(seen);
        InetAddress peer = Addresses.parse(request.getRemoteAddr()).orElse(NOBODY);
        List<String> forwarded = lines(request, "Forwarded");
        List<String> forwardedFor = lines(request, "X-Forwarded-For");
        CallerAddress found = forwarded.isEmpty() && forwardedFor.isEmpty()
                ? new CallerAddress(peer, peer, null)
                : new CallerAddress(
                        clients.resolve(peer, forwarded, forwardedFor),
                        peer,
                        last(forwardedFor.isEmpty() ? forwarded : forwardedFor));
        seen.setAttribute(ATTRIBUTE, found);
        return found;
    }

    private static HttpServletRequest unwrapped(HttpServletRequest seen) {
        ServletRequest request = seen;
        while (request instanceof ServletRequestWrapper wrapper) {
            request = wrapper.getRequest();
        }
        return request instanceof HttpServletRequest http ? http : seen;
    }

    private static List<String> lines(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        return values == null || !values.hasMoreElements() ? List.of() : Collections.list(values);
    }

    private static String last(List<String> lines) {
        String line = lines.get(lines.size() - 1);
        String entry = line.substring(line.lastIndexOf(',') + 1).strip();
        return entry.substring(0, Math.min(entry.length(), MAX_SHOWN));
    }
}
