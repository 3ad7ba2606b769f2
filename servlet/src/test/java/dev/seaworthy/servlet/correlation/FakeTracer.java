// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.correlation;

import dev.seaworthy.core.correlation.TraceParent;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Supplier;

/** Continues every trace that it sees, as tracers do; else begins one, always with the same id. */
final class FakeTracer implements Filter, Supplier<String> {

    static final String OWN = "0af7651916cd43dd8448eb211c80319c";

    private final ThreadLocal<String> current = new ThreadLocal<>();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        current.set(TraceParent.parse(((HttpServletRequest) request).getHeader("traceparent"))
                .map(TraceParent::traceId)
                .orElse(OWN));
        try {
            chain.doFilter(request, response);
        } finally {
            current.remove();
        }
    }

    @Override
    public String get() {
        return current.get();
    }
}
