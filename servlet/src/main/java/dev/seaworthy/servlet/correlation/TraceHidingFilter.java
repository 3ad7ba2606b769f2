// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.correlation;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.correlation.CorrelationSettings;
import dev.seaworthy.core.telemetry.Telemetry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Enumeration;

/**
 * Keeps strangers from deciding what a tracer inside of it continues and records: from callers outside of
 * {@link CorrelationSettings#trustedNetworks()} it hides {@code traceparent}, {@code tracestate}, {@code b3},
 * {@code X-B3-*} and {@code baggage}, and nothing else. {@link CorrelationFilter}, further in, still links the hidden
 * {@code traceparent}. Register it outside of the tracer, for the REQUEST, ASYNC and ERROR dispatches, with asynchronous
 * requests supported. Thread-safe. What instruments the container itself, such as an agent, has read the headers before.
 *
 * @see <a href="https://www.w3.org/TR/trace-context-2/#denial-of-service">Trace Context Level 2, section 5.2</a>
 */
public final class TraceHidingFilter implements Filter {

    private static final String HIDDEN = "seaworthy.correlation.hidden";

    private final CallerTrust trust;
    private final Telemetry telemetry;

    /** Wires it; {@code clients} says who is calling. */
    public TraceHidingFilter(CorrelationSettings settings, ClientResolver clients, Telemetry telemetry) {
        this.trust = new CallerTrust(settings.trustedNetworks(), clients);
        this.telemetry = telemetry;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean hide = request instanceof HttpServletRequest http && carriesTrace(http) && !trust.isTrusted(http);
        chain.doFilter(hide ? hidden((HttpServletRequest) request) : request, response);
    }

    /** A later dispatch brings the container's own request again, to be hidden again and not counted again. */
    private TraceHidingRequest hidden(HttpServletRequest request) {
        if (!HiddenTrace.isIn(request)) {
            HiddenTrace.leaveIn(request);
            telemetry.count(HIDDEN);
        }
        return new TraceHidingRequest(request);
    }

    private static boolean carriesTrace(HttpServletRequest request) {
        Enumeration<String> names = request.getHeaderNames();
        while (names != null && names.hasMoreElements()) {
            if (HiddenTrace.carries(names.nextElement())) {
                return true;
            }
        }
        return false;
    }
}
