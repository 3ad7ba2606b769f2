// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Says who the client is, by what the peer and the proxies in front of us say. Immutable, thread-safe, asks no DNS and
 * never throws for what a client sends.
 *
 * <p>Forwarding headers are read only when the peer itself is a trusted proxy. All lines of the header count as one list,
 * walked from right to left; the walk ends at the first address that is no trusted proxy, which is the client, so that
 * whatever a client writes to the left of it has no effect. It ends at the last address before an element that names none
 * ({@code unknown}, obfuscated, broken), and after {@value #MAX_HOPS} hops.
 *
 * <p>An answer that is itself a trusted proxy therefore means: nobody knows the client, or the proxy itself asks.
 */
public final class ClientResolver {

    /** So many hops are walked at most. */
    public static final int MAX_HOPS = 32;

    private final Networks trustedProxies;
    private final ForwardingHeader preferred;

    /**
     * Reads {@code X-Forwarded-For}, and {@code Forwarded} where the former is missing.
     *
     * <p>Why the older header wins: proxies that write it mostly pass a {@code Forwarded} that a client made up through
     * untouched, and then the standard header would be the forged one. The reverse is rare; there, use the other
     * constructor.
     */
    public ClientResolver(Networks trustedProxies) {
        this(trustedProxies, ForwardingHeader.X_FORWARDED_FOR);
    }

    /** Reads the header that the proxies in front write, and the other one only where that is missing. */
    public ClientResolver(Networks trustedProxies, ForwardingHeader preferred) {
        this.trustedProxies = trustedProxies;
        this.preferred = preferred;
    }

    /**
     * The address of the client, IPv4 {@link Addresses#unwrap unwrapped}.
     *
     * @param peer the other end of the connection
     * @param forwarded the lines of {@code Forwarded}, in their order; empty where there is none
     * @param xForwardedFor the lines of {@code X-Forwarded-For}, in their order; empty where there is none
     */
    public InetAddress resolve(InetAddress peer, List<String> forwarded, List<String> xForwardedFor) {
        InetAddress client = Addresses.unwrap(peer);
        if (!trustedProxies.contains(client)) {
            return client;
        }
        Hops standard = new Hops(forwarded, true);
        Hops common = new Hops(xForwardedFor, false);
        boolean useStandard =
                preferred == ForwardingHeader.FORWARDED ? standard.hasNext() : standard.hasNext() && !common.hasNext();
        Iterator<String> hops = useStandard ? standard : common;
        for (int hop = 0; hop < MAX_HOPS && hops.hasNext() && trustedProxies.contains(client); hop++) {
            String element = hops.next();
            Optional<InetAddress> before =
                    (useStandard ? ForwardedElement.forNode(element) : Optional.of(element)).flatMap(Node::address);
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    /**
     * Whether a proxy that we trust says that the client came over https. What a client itself wrote has no effect.
     *
     * <p>Where proxies say different things in one header, the answer is no.
     *
     * @param peer the other end of the connection
     * @param forwarded the lines of {@code Forwarded}, in their order; empty where there is none
     * @param xForwardedProto the lines of {@code X-Forwarded-Proto}, in their order; empty where there is none
     */
    public boolean cameOverHttps(InetAddress peer, List<String> forwarded, List<String> xForwardedProto) {
        if (!trustedProxies.contains(Addresses.unwrap(peer))) {
            return false;
        }
        boolean useStandard =
                !forwarded.isEmpty() && (preferred == ForwardingHeader.FORWARDED || xForwardedProto.isEmpty());
        Iterator<String> said = new Hops(useStandard ? forwarded : xForwardedProto, useStandard);
        boolean https = said.hasNext();
        for (int hop = 0; hop < MAX_HOPS && https && said.hasNext(); hop++) {
            String element = said.next();
            https = (useStandard ? ForwardedElement.proto(element) : Optional.of(element))
                    .filter("https"::equalsIgnoreCase)
                    .isPresent();
        }
        return https;
    }
}
