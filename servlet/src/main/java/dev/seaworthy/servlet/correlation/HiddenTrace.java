// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.correlation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What {@link TraceHidingFilter} leaves behind for {@link CorrelationFilter}, which links the stranger's trace.
 *
 * @param parents the {@code traceparent} header lines
 */
record HiddenTrace(List<String> parents) {

    static final String PARENT = "traceparent";
    private static final String ATTRIBUTE = HiddenTrace.class.getName();
    private static final String B3 = "x-b3-";
    private static final Set<String> NAMES = Set.of(PARENT, "tracestate", "b3", "baggage");

    static boolean carries(String header) {
        return header.regionMatches(true, 0, B3, 0, B3.length()) || NAMES.contains(header.toLowerCase(Locale.ROOT));
    }

    static boolean isIn(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof HiddenTrace;
    }

    static void leaveIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, new HiddenTrace(CallerTrust.headers(request, PARENT)));
    }

    /** The header lines as the client sent them. */
    static List<String> sent(HttpServletRequest request, String name) {
        return name.equalsIgnoreCase(PARENT) && request.getAttribute(ATTRIBUTE) instanceof HiddenTrace hidden
                ? hidden.parents
                : CallerTrust.headers(request, name);
    }
}
