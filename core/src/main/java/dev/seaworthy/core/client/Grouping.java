// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import java.net.InetAddress;

/**
 * How many leading bits make one client: a home or a server has one IPv4 address, and a whole IPv6 network. Immutable.
 *
 * @param ipv4Bits 8 to 32
 * @param ipv6Bits 16 to 128
 */
public record Grouping(int ipv4Bits, int ipv6Bits) {

    private static final Grouping DEFAULTS = new Grouping(32, 64);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is outside of its range
     */
    public Grouping {
        check("IPv4", ipv4Bits, 8, 32);
        check("IPv6", ipv6Bits, 16, 128);
    }

    /** Each IPv4 address, each IPv6 network of 64 bits: what a subscriber gets at least. */
    public static Grouping withDefaults() {
        return DEFAULTS;
    }

    /** The network that counts as one client. IPv4 in IPv6 clothes is {@link Addresses#unwrap unwrapped} before. */
    public Network of(InetAddress address) {
        InetAddress client = Addresses.unwrap(address);
        return Network.around(client, bitsOf(client));
    }

    /** How many bits of this address, unwrapped already, make its client. */
    public int bitsOf(InetAddress unwrapped) {
        return unwrapped.getAddress().length == 4 ? ipv4Bits : ipv6Bits;
    }

    private static void check(String family, int bits, int min, int max) {
        if (bits < min || bits > max) {
            throw new IllegalArgumentException("client grouping of " + family + " must be " + min + " to " + max
                    + " bits, got '" + bits + "'; write for example " + (max == 32 ? 32 : 64));
        }
    }
}
