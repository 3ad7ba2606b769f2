// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A block of addresses in CIDR notation. Immutable. An IPv4 network holds IPv4 addresses only, an IPv6 network IPv6
 * addresses only; what is compared is {@link Addresses#unwrap unwrapped} before, so {@code 10.0.0.0/8} holds {@code
 * ::ffff:10.1.2.3}, and {@code ::/0} does not.
 *
 * @param base the first address of the block
 * @param prefixLength how many leading bits all its addresses share: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Network(InetAddress base, int prefixLength) {

    private static final int MAPPED_BITS = 96;

    /**
     * Checks that {@code base} is the first address of the block.
     *
     * @throws IllegalArgumentException if it is not, or the prefix is too long
     */
    public Network {
        // Rebuilt from its bits, an address has no zone and no host name, and a mapped one is IPv4.
        base = Addresses.of(base.getAddress());
        byte[] bits = base.getAddress();
        if (prefixLength < 0 || prefixLength > bits.length * 8) {
            throw new IllegalArgumentException("network prefix length must be 0 to " + bits.length * 8 + ", got '"
                    + prefixLength + "'; write for example 10.0.0.0/8");
        }
        if (Addresses.isNat64(bits)) {
            throw new IllegalArgumentException(
                    "network lies in the NAT64 prefix, whose addresses are compared as IPv4, got '"
                            + base.getHostAddress() + '/' + prefixLength + "'; write the IPv4 network");
        }
        byte[] first = masked(bits, prefixLength);
        if (!Arrays.equals(bits, first)) {
            throw new IllegalArgumentException("network has bits set behind its prefix, got '" + base.getHostAddress()
                    + '/' + prefixLength + "'; write " + Addresses.of(first).getHostAddress() + '/' + prefixLength);
        }
    }

    /**
     * Reads {@code 10.0.0.0/8} or {@code 2001:db8::/32}; a bare address is a network of one.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Network parse(String cidr) {
        int slash = cidr.indexOf('/');
        byte[] bits = Addresses.bits(slash < 0 ? cidr : cidr.substring(0, slash));
        int prefix = bits == null ? -1 : slash < 0 ? bits.length * 8 : decimal(cidr.substring(slash + 1));
        if (bits == null || prefix < 0) {
            throw new IllegalArgumentException("network is not in CIDR notation, got '" + cidr
                    + "'; write for example 10.0.0.0/8 or 2001:db8::/32, never a host name");
        }
        InetAddress base = Addresses.of(bits);
        if (base.getAddress().length == bits.length) {
            return new Network(base, prefix);
        }
        if (prefix < MAPPED_BITS) {
            throw new IllegalArgumentException(
                    "network mixes IPv4 and IPv6, got '" + cidr + "'; write the IPv4 network, for example 10.0.0.0/8");
        }
        return new Network(base, prefix - MAPPED_BITS);
    }

    /**
     * The block of this size in which the address, unwrapped, lies.
     *
     * @throws IllegalArgumentException if the prefix is longer than the address
     */
    public static Network around(InetAddress address, int prefixLength) {
        byte[] bits = Addresses.unwrap(address).getAddress();
        return new Network(Addresses.of(masked(bits, prefixLength)), prefixLength);
    }

    /** Whether the address, unwrapped, lies in the block. */
    public boolean contains(InetAddress address) {
        byte[] bits = Addresses.unwrap(address).getAddress();
        byte[] own = base.getAddress();
        if (bits.length != own.length) {
            return false;
        }
        int whole = prefixLength / 8;
        int rest = prefixLength % 8;
        return Arrays.equals(bits, 0, whole, own, 0, whole)
                && (rest == 0 || ((bits[whole] ^ own[whole]) & 0xff) >>> (8 - rest) == 0);
    }

    /** CIDR notation. */
    @Override
    public String toString() {
        return base.getHostAddress() + '/' + prefixLength;
    }

    private static byte[] masked(byte[] bits, int prefix) {
        byte[] masked = bits.clone();
        for (int bit = prefix; bit < bits.length * 8; bit++) {
            masked[bit / 8] &= (byte) ~(0x80 >>> (bit % 8));
        }
        return masked;
    }

    private static int decimal(String digits) {
        boolean plain =
                digits.length() >= 1 && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain && (digits.length() == 1 || digits.charAt(0) != '0') ? Integer.parseInt(digits) : -1;
    }
}
