// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.url;

import dev.seaworthy.core.client.Addresses;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IPv4 as the C library's {@code inet_aton} and browsers read it: one to four numbers, decimal, octal with a leading zero,
 * or hexadecimal, the last one filling all bytes that are left.
 *
 * @see <a href="https://url.spec.whatwg.org/#ends-in-a-number-checker">WHATWG URL, ends in a number</a>
 */
final class LooseIpv4 {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final int MAX_DIGITS = 20;

    private LooseIpv4() {}

    /** Whether whoever reads the host will take it for an address: its last part is a number. */
    static boolean isMeant(String host) {
        return NUMBER.matcher(host.substring(host.lastIndexOf('.') + 1)).matches();
    }

    static Optional<InetAddress> parse(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            int bytes = last ? 4 - i : 1;
            long part = number(parts[i]);
            if (part < 0 || part >= 1L << (8 * bytes)) {
                return Optional.empty();
            }
            address = address << (8 * bytes) | part;
        }
        return Addresses.parse(
                (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
    }

    private static long number(String text) {
        if (text.length() > MAX_DIGITS || !NUMBER.matcher(text).matches()) {
            return -1;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        boolean hex = lower.startsWith("0x");
        boolean octal = !hex && lower.length() > 1 && lower.startsWith("0");
        String digits = hex ? lower.substring(2) : lower;
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, hex ? 16 : octal ? 8 : 10);
        } catch (NumberFormatException tooBigOrNotOctal) {
            return -1;
        }
    }
}
