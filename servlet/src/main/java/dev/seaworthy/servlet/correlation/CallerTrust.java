// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.correlation;

import dev.seaworthy.core.client.Addresses;
import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.client.Networks;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a caller is in a trusted network, so that its trace may be continued. Asks the container's own request:
 * Spring's {@code ForwardedHeaderFilter}, which may run before us, lets anybody choose the address that the app sees.
 */
final class CallerTrust {

    private static final Logger LOG = LoggerFactory.getLogger(CallerTrust.class);

    private final Networks trusted;
    private final ClientResolver clients;
    private final AtomicBoolean logged = new AtomicBoolean();

    CallerTrust(Networks trusted, ClientResolver clients) {
        this.trusted = trusted;
        this.clients = clients;
    }

    /**
     * One that forwarded for somebody, without being a proxy whose word counts, is not trusted: the headers are then
     * somebody else's.
     */
    boolean isTrusted(HttpServletRequest seen) {
        try {
            HttpServletRequest request = unwrapped(seen);
            Optional<InetAddress> peer = Addresses.parse(request.getRemoteAddr());
            if (peer.isEmpty()) {
                return false;
            }
            List<String> forwarded = headers(request, "Forwarded");
            List<String> forwardedFor = headers(request, "X-Forwarded-For");
            InetAddress client = clients.resolve(peer.get(), forwarded, forwardedFor);
            boolean unheard = client.equals(peer.get()) && !(forwarded.isEmpty() && forwardedFor.isEmpty());
            return !unheard && trusted.contains(client);
        } catch (RuntimeException failure) {
            if (logged.compareAndSet(false, true)) {
                LOG.warn(
                        "finding a request's caller failed, so it is not trusted, the request goes on; said once",
                        failure);
            }
            return false;
        }
    }

    private static HttpServletRequest unwrapped(HttpServletRequest seen) {
        ServletRequest request = seen;
        while (request instanceof ServletRequestWrapper wrapper) {
            request = wrapper.getRequest();
        }
        return request instanceof HttpServletRequest http ? http : seen;
    }

    static List<String> headers(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        return values == null ? List.of() : Collections.list(values);
    }
}
