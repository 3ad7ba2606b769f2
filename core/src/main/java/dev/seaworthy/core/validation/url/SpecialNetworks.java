// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.url;

import dev.seaworthy.core.client.Addresses;
import dev.seaworthy.core.client.Network;
import dev.seaworthy.core.client.Networks;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses that are not for everybody: private, of this machine, of this link, shared, reserved, of documentation, of
 * several hosts, and of the metadata services that clouds put on link-local addresses. Addresses that carry an IPv4 address
 * within are judged by that one.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA, IPv4 special-purpose addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IANA, IPv6 special-purpose addresses</a>
 */
final class SpecialNetworks {

    private static final Networks NOT_PUBLIC = Networks.parse(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "168.63.129.16/32"));

    /** What is handed out to be reached from everywhere. */
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    private static final Networks NOT_GLOBAL = Networks.parse(
            List.of("2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "2620:4f:8000::/48", "2001:2::/48"));

    private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

    private SpecialNetworks() {}

    static boolean isPublic(InetAddress address) {
        InetAddress plain = Addresses.unwrap(address);
        byte[] bits = plain.getAddress();
        if (bits.length == 4) {
            return !NOT_PUBLIC.contains(plain);
        }
        if (SIX_TO_FOUR.contains(plain)) {
            return isPublic(ipv4(Arrays.copyOfRange(bits, 2, 6)));
        }
        return GLOBAL_UNICAST.contains(plain) && !NOT_GLOBAL.contains(plain);
    }

    private static InetAddress ipv4(byte[] bits) {
        return Addresses.parse((bits[0] & 255) + "." + (bits[1] & 255) + "." + (bits[2] & 255) + "." + (bits[3] & 255))
                .orElseThrow();
    }
}
