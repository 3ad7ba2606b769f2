// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * IPv6 in the notations of RFC 4291, section 2.2: groups, one {@code ::}, and IPv4 as the last 32 bits.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.2">RFC 4291, section 2.2</a>
 */
final class Ipv6Literal {

    private static final int BYTES = 16;

    private Ipv6Literal() {}

    static byte @Nullable [] bits(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] bits = groups(text, true);
            return bits != null && bits.length == BYTES ? bits : null;
        }
        byte[] head = groups(text.substring(0, gap), false);
        byte[] tail = groups(text.substring(gap + 2), true);
        // The gap stands for one group at least.
        if (head == null || tail == null || head.length + tail.length > BYTES - 2) {
            return null;
        }
        byte[] bits = new byte[BYTES];
        System.arraycopy(head, 0, bits, 0, head.length);
        System.arraycopy(tail, 0, bits, BYTES - tail.length, tail.length);
        return bits;
    }

    private static byte @Nullable [] groups(String text, boolean ipv4MayBeLast) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(":", -1);
        byte[] bits = new byte[BYTES];
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            byte[] part =
                    last && ipv4MayBeLast && parts[i].indexOf('.') > 0 ? Addresses.ipv4(parts[i]) : group(parts[i]);
            if (part == null || at + part.length > BYTES) {
                return null;
            }
            System.arraycopy(part, 0, bits, at, part.length);
            at += part.length;
        }
        return Arrays.copyOf(bits, at);
    }

    private static byte @Nullable [] group(String hex) {
        if (hex.isEmpty() || hex.length() > 4) {
            return null;
        }
        int value = 0;
        for (int i = 0; i < hex.length(); i++) {
            // Character.digit would take digits of other scripts.
            char c = hex.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return null;
            }
            value = value * 16 + digit;
        }
        return new byte[] {(byte) (value >> 8), (byte) value};
    }
}
