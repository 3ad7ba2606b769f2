// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import dev.seaworthy.core.headers.fetch.IsolationMode;
import dev.seaworthy.core.headers.fetch.IsolationPolicy;
import dev.seaworthy.core.telemetry.Telemetry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses, or only counts, what other sites make browsers ask for with the user's cookies. Register it for REQUEST
 * dispatches, inside of what answers errors. Thread-safe.
 */
public final class IsolationFilter implements Filter {

    private final IsolationPolicy policy;
    private final Telemetry telemetry;

    /** Does as the policy says; counts {@code seaworthy.headers.cross-site}. */
    public IsolationFilter(IsolationPolicy policy, Telemetry telemetry) {
        this.policy = policy;
        this.telemetry = telemetry;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (policy.mode() == IsolationMode.OFF
                || !(request instanceof HttpServletRequest http)
                || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        boolean enforced = policy.mode() == IsolationMode.ENFORCE;
        if (enforced) {
            // On what passes, too: a cache must not hand it to whom it would be refused.
            answer.addHeader("Vary", IsolationPolicy.VARY);
        }
        boolean allowed = policy.allows(
                http.getMethod(),
                HeadersFilter.path(http),
                header(http, "Sec-Fetch-Site"),
                header(http, "Sec-Fetch-Mode"),
                header(http, "Sec-Fetch-Dest"));
        if (!allowed) {
            telemetry.count("seaworthy.headers.cross-site", "outcome", enforced ? "refused" : "reported");
        }
        if (allowed || !enforced) {
            chain.doFilter(request, response);
        } else {
            answer.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
