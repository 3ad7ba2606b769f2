// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and compares IP addresses by their bits, not by their notation. Never asks DNS. Thread-safe. */
public final class Addresses {

    private static final int MAX_LENGTH = 100;
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private Addresses() {}

    /**
     * Reads a literal address: IPv4 as four decimal numbers without leading zeros, IPv6 in any notation of RFC 4291,
     * with or without square brackets; a zone ({@code %eth0}) is dropped. IPv4 in IPv6 clothes is {@link #unwrap
     * unwrapped}.
     *
     * @return empty for null and for everything else: host names, ports, {@code 127.1}, {@code 0x7f000001} ...
     */
    public static Optional<InetAddress> parse(@Nullable String literal) {
        if (literal == null || literal.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] bits = bits(literal);
        return bits == null ? Optional.empty() : Optional.of(unwrap(of(bits)));
    }

    /**
     * The IPv4 address inside an IPv4-mapped one ({@code ::ffff:0:0/96}) or one of the well-known NAT64 prefix ({@code
     * 64:ff9b::/96}, RFC 6052), so that a client is the same client by whichever way it comes. Any other address comes
     * back as it is, without its zone.
     */
    public static InetAddress unwrap(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bits = address.getAddress();
        return of(isNat64(bits) ? Arrays.copyOfRange(bits, 12, 16) : bits);
    }

    /** The address without its last part, for logs: {@code 203.0.113.0/24}, {@code 2001:db8:1::/48}, unwrapped before. */
    public static String masked(InetAddress address) {
        InetAddress client = unwrap(address);
        return Network.around(client, client instanceof Inet6Address ? 48 : 24).toString();
    }

    static boolean isNat64(byte[] bits) {
        return bits.length == 16 && Arrays.equals(bits, 0, NAT64.length, NAT64, 0, NAT64.length);
    }

    /** The bits as they are written, mapped ones included; null where it is no address. */
    static byte @Nullable [] bits(String literal) {
        String bare = literal;
        boolean bracketed = bare.startsWith("[") && bare.endsWith("]");
        if (bracketed) {
            bare = bare.substring(1, bare.length() - 1);
        }
        int zone = bare.indexOf('%');
        if (zone >= 0) {
            bare = zone < bare.length() - 1 ? bare.substring(0, zone) : "";
        }
        if (bare.indexOf(':') >= 0) {
            return Ipv6Literal.bits(bare);
        }
        return bracketed || zone >= 0 ? null : ipv4(bare);
    }

    static byte @Nullable [] ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] bits = new byte[4];
        for (int i = 0; i < 4; i++) {
            int part = number(parts[i]);
            if (part < 0) {
                return null;
            }
            bits[i] = (byte) part;
        }
        return bits;
    }

    /** An InetAddress of 4 or 16 bytes; IPv4-mapped ones come out as {@link Inet4Address}. */
    static InetAddress of(byte[] bits) {
        try {
            return InetAddress.getByAddress(bits);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(
                    "address has a wrong length, got '" + bits.length + "' bytes; pass 4 or 16", impossible);
        }
    }

    private static int number(String decimal) {
        if (decimal.isEmpty() || decimal.length() > 3 || (decimal.length() > 1 && decimal.charAt(0) == '0')) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < decimal.length(); i++) {
            char c = decimal.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number <= 255 ? number : -1;
    }
}
