// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    // A container, or a wrapper, may have kept some of them itself: session cookies, Date, security headers.
    private static void putBack(HttpServletResponse response, String name, List<String> values) {
        List<String> missing = new ArrayList<>(values);
        missing.removeAll(response.getHeaders(name));
        missing.forEach(value -> response.addHeader(name, value));
    }
}
