// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a hop says a request came from: an address, perhaps with a port. {@code unknown} and obfuscated names are
 * nobody.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239#section-6">RFC 7239, section 6</a>
 */
final class Node {

    private static final int MAX_LENGTH = 100;
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}|_[A-Za-z0-9._-]+");

    private Node() {}

    static Optional<InetAddress> address(String node) {
        if (node.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int bracket = node.lastIndexOf(']');
        int colon = node.lastIndexOf(':');
        boolean hasPort = node.startsWith("[") ? colon == bracket + 1 : colon >= 0 && colon == node.indexOf(':');
        if (!hasPort || bracket == node.length() - 1) {
            return Addresses.parse(node);
        }
        return PORT.matcher(node.substring(colon + 1)).matches()
                ? Addresses.parse(node.substring(0, colon))
                : Optional.empty();
    }
}
