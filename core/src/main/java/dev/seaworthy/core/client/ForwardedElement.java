// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one hop wrote into {@code Forwarded}: {@code for=192.0.2.43;proto=https}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239#section-4">RFC 7239, section 4</a>
 */
final class ForwardedElement {

    // Values are taken more widely than the grammar says: many proxies do not quote addresses with colons.
    private static final Pattern PAIR = Pattern.compile(
            "[ \\t]*+([!#$%&'*+.^_`|~0-9A-Za-z-]++)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\"\\\\;, \\t]*+))[ \\t]*+(?:;|\\z)");

    private ForwardedElement() {}

    /** The node after {@code for=}; empty if there is none, more than one, or the element is broken anywhere. */
    static Optional<String> forNode(String element) {
        return value(element, "for");
    }

    /** The scheme after {@code proto=}; empty if there is none, more than one, or the element is broken anywhere. */
    static Optional<String> proto(String element) {
        return value(element, "proto");
    }

    private static Optional<String> value(String element, String name) {
        Matcher pair = PAIR.matcher(element);
        String node = null;
        int at = 0;
        while (at < element.length()) {
            if (!pair.find(at) || pair.start() != at) {
                return Optional.empty();
            }
            if (pair.group(1).equalsIgnoreCase(name)) {
                if (node != null) {
                    return Optional.empty();
                }
                String quoted = pair.group(2);
                node = quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : pair.group(3);
            }
            at = pair.end();
        }
        return Optional.ofNullable(node);
    }
}
