// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.ratelimit;

import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.ratelimit.LimitKey;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Says whose tokens a request takes. Must be thread-safe and quick; one that throws limits by network instead. */
@FunctionalInterface
public interface KeySource {

    /**
     * The key of this request.
     *
     * @param client the client's address, behind the proxies that are trusted
     * @return null where the request has none: then the limit does not apply to it
     */
    @Nullable
    LimitKey key(HttpServletRequest request, InetAddress client);

    /** Whether it needs to know who has signed in. */
    default boolean needsPrincipal() {
        return false;
    }

    /** By the network of the client. */
    static KeySource network(Grouping grouping) {
        return (request, client) -> LimitKey.of(client, grouping);
    }

    /** By who has signed in; a request of nobody has no key. */
    static KeySource principal() {
        return new KeySource() {
            @Override
            public @Nullable LimitKey key(HttpServletRequest request, InetAddress client) {
                Principal principal = request.getUserPrincipal();
                return principal == null ? null : LimitKey.of("principal", principal.getName(), client);
            }

            @Override
            public boolean needsPrincipal() {
                return true;
            }
        };
    }

    /**
     * By the value of a header, such as an API key, of which only a hash is kept. A request without it is limited by network,
     * or leaving the header out would be the way around the limit.
     */
    static KeySource header(String name, Grouping grouping) {
        return (request, client) -> {
            String value = request.getHeader(name);
            return value == null || value.isBlank()
                    ? LimitKey.of(client, grouping)
                    : LimitKey.of("header " + name, value, client);
        };
    }

    /** All requests together. */
    static KeySource everybody() {
        return (request, client) -> LimitKey.everybody();
    }
}
