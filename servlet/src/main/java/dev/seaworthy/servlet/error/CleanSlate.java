// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes back what the app had in mind to answer. The servlet API before 6.1 cannot remove a header and cannot let go of a
 * writer once taken; {@code reset()} does both on every container, so that is called, and the headers that stay are put
 * back.
 */
final class CleanSlate {

    /** They describe the body that is thrown away. */
    private static final Set<String> GONE_WITH_THE_BODY = Set.of(
            "content-type",
            "content-length",
            "content-encoding",
            "content-language",
            "content-disposition",
            "content-range",
            "etag",
            "last-modified");

    private CleanSlate() {}

    static void of(HttpServletResponse response) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (String name : response.getHeaderNames()) {
            if (!GONE_WITH_THE_BODY.contains(name.toLowerCase(Locale.ROOT))) {
                kept.put(name, List.copyOf(response.getHeaders(name)));
            }
        }
        response.reset();
        kept.forEach((name, values) -> putBack(response, name, values));
    }

    // Containers and wrappers keep some themselves: Date, session cookies (Jetty even twice), security headers.
    private static void putBack(HttpServletResponse response, String name, List<String> values) {
        List<String> there = List.copyOf(response.getHeaders(name));
        Set<String> wanted = new LinkedHashSet<>(there);
        wanted.addAll(values);
        if (wanted.size() == there.size()) {
            return;
        }
        boolean first = true;
        for (String value : wanted) {
            if (first) {
                response.setHeader(name, value);
            } else {
                response.addHeader(name, value);
            }
            first = false;
        }
    }
}
