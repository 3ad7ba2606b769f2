// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks for the page itself, whatever the browser has: a page from before has a nonce from before. */
final class FreshRequest extends HttpServletRequestWrapper {

    private static final Set<String> CONDITIONS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        Collections.addAll(CONDITIONS, "If-None-Match", "If-Modified-Since", "If-Range");
    }

    FreshRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return CONDITIONS.contains(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return CONDITIONS.contains(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public long getDateHeader(String name) {
        return CONDITIONS.contains(name) ? -1 : super.getDateHeader(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !CONDITIONS.contains(name))
                .toList());
    }
}
