// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.http;

import java.util.ArrayList;
import java.util.List;

/**
 * A path with holes: {@code /api/orders/{id}}. A hole is one whole segment, {@code *} is one without a name, {@code **} at
 * the end is any number of them. A trailing slash makes no difference. Immutable.
 */
public final class RouteTemplate {

    private final String text;
    private final List<String> segments;
    private final boolean open;

    private RouteTemplate(String text, List<String> segments, boolean open) {
        this.text = text;
        this.segments = segments;
        this.open = open;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or a hole is not a whole segment
     */
    public static RouteTemplate parse(String template) {
        if (!template.startsWith("/")) {
            throw wrong(template);
        }
        List<String> segments = new ArrayList<>(split(template));
        boolean open = !segments.isEmpty() && segments.get(segments.size() - 1).equals("**");
        if (open) {
            segments.remove(segments.size() - 1);
        }
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean hole = segment.equals("*")
                    || (segment.startsWith("{")
                            && segment.indexOf('}') == segment.length() - 1
                            && segment.indexOf('{', 1) < 0);
            if (!hole && (segment.isEmpty() || segment.matches(".*[*{}].*"))) {
                throw wrong(template);
            }
            if (hole) {
                segments.set(i, "");
            }
        }
        return new RouteTemplate(template, List.copyOf(segments), open);
    }

    /** Whether a path, decoded and without a query, is of this route. */
    public boolean matches(String path) {
        int at = path.startsWith("/") ? 1 : 0;
        for (String wanted : segments) {
            if (at >= path.length()) {
                return false;
            }
            int slash = path.indexOf('/', at);
            int end = slash < 0 ? path.length() : slash;
            boolean same = wanted.isEmpty() ? end > at : end - at == wanted.length() && path.startsWith(wanted, at);
            if (!same) {
                return false;
            }
            at = end + 1;
        }
        return open || at >= path.length();
    }

    @Override
    public String toString() {
        return text;
    }

    private static List<String> split(String template) {
        String inner = template.substring(1);
        if (inner.endsWith("/")) {
            inner = inner.substring(0, inner.length() - 1);
        }
        return inner.isEmpty() ? List.of() : List.of(inner.split("/", -1));
    }

    private static IllegalArgumentException wrong(String template) {
        return new IllegalArgumentException(
                "route template cannot be read, got '" + template
                        + "'; begin with a slash and let each hole be a whole segment, for example /api/orders/{id} or /api/**");
    }
}
