// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.correlation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request without the headers of a trace. */
final class TraceHidingRequest extends HttpServletRequestWrapper {

    TraceHidingRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return HiddenTrace.carries(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return HiddenTrace.carries(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(HiddenTrace::carries);
        return Collections.enumeration(names);
    }

    @Override
    public int getIntHeader(String name) {
        return HiddenTrace.carries(name) ? -1 : super.getIntHeader(name);
    }

    @Override
    public long getDateHeader(String name) {
        return HiddenTrace.carries(name) ? -1 : super.getDateHeader(name);
    }
}
