// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer as a client over https sees it. Immutable. What lies outside of the answer is taken to be in order: a trusted
 * certificate, http that is redirected or not served. {@code meta} elements of the page are not looked at.
 *
 * @param headers every value of every header
 * @param html the page, empty for everything else
 */
public record ScannedAnswer(Map<String, List<String>> headers, String html) {

    /** Copies; names become lower case. */
    public ScannedAnswer {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        headers.forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(copy);
    }

    /** Each value of the header. */
    List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** All values as one, as a client reads a header that was sent twice; empty where it is missing. */
    String one(String name) {
        return String.join(", ", all(name)).strip();
    }
}
