// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;

/**
 * Some networks, asked as one. Immutable.
 *
 * @param all the networks
 */
public record Networks(List<Network> all) {

    private static final Networks NONE = new Networks(List.of());

    /** Copies the list. */
    public Networks {
        all = List.copyOf(all);
    }

    /** These networks. */
    public static Networks of(Collection<Network> networks) {
        return new Networks(List.copyOf(networks));
    }

    /** No network at all: holds no address. */
    public static Networks none() {
        return NONE;
    }

    /**
     * Reads each as {@link Network#parse} does.
     *
     * @throws IllegalArgumentException if one is not in CIDR notation; the message quotes it
     */
    public static Networks parse(Collection<String> cidrs) {
        return new Networks(cidrs.stream().map(Network::parse).toList());
    }

    /** Whether one of them holds the address. */
    public boolean contains(InetAddress address) {
        for (Network network : all) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }
}
