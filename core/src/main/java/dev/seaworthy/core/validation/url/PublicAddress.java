// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.url;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where a URL of a stranger leads: looked up once, found to be public, and to be connected to as it is. Looking the name up
 * again when connecting would ask an attacker's name server a second time, and it may answer differently. Immutable.
 *
 * @param host the name or address as written: for the {@code Host} header and for TLS
 * @param addresses all the addresses that the name stands for, each of them public; one or more
 * @param port the port named, or the scheme's own
 */
public record PublicAddress(String host, List<InetAddress> addresses, int port) {

    /** Copies the list. */
    public PublicAddress {
        addresses = List.copyOf(addresses);
    }

    /**
     * Looks the host up.
     *
     * @param uri an absolute {@code http} or {@code https} URL
     * @param deadline how long to wait for the name server, above zero; the look-up itself may go on unheard
     * @throws NotPublicException if the URL is not one, the name is unknown, one of its addresses is not public, or the
     *     deadline has passed
     */
    public static PublicAddress resolve(URI uri, Duration deadline) {
        return Resolver.SYSTEM.resolve(uri, deadline);
    }

    /** The first address with the port, for a socket. */
    public InetSocketAddress pinned() {
        return new InetSocketAddress(addresses.get(0), port);
    }
}
