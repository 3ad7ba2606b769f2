// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.logging.request.RequestLog;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Sees to one line for each request, when the request has really ended: after asynchronous work, a stream of events, an
 * error page, or a client that left. Register it inside of correlation and outside of all that answers, for the REQUEST,
 * ASYNC and ERROR dispatches with asynchronous requests supported, together with {@link RequestEndListener}. Thread-safe.
 * What fails in here never fails the request.
 */
public final class RequestLogFilter implements Filter {

    private static final String TRANSFER_ENCODING = "Transfer-Encoding";

    private final Exchange.Wiring wiring;

    /**
     * A filter.
     *
     * @param users who it was, where no {@link UserFilter} further in knew
     */
    public RequestLogFilter(
            RequestLog log, ClientResolver clients, UserContext users, TimeSource time, Telemetry telemetry) {
        this.wiring = new Exchange.Wiring(log, clients, new UserIds(users, null), time, telemetry);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Exchange exchange = request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer
                ? exchange(http, answer)
                : null;
        if (exchange == null || !exchange.enter()) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletRequest seen = counted((HttpServletRequest) request, exchange);
        HttpServletResponse answer = (HttpServletResponse) response;
        HttpServletResponse counting =
                CountingResponse.of(answer) != null ? answer : new CountingResponse(answer, exchange.out);
        boolean thrown = true;
        try {
            chain.doFilter(seen, counting);
            thrown = false;
        } finally {
            leave(exchange, counting, thrown);
        }
    }

    private void leave(Exchange exchange, HttpServletResponse response, boolean thrown) {
        try {
            exchange.leave(response, thrown);
        } catch (RuntimeException broken) {
            wiring.failed();
        }
    }

    private @Nullable Exchange exchange(HttpServletRequest request, HttpServletResponse response) {
        Exchange known = Exchange.in(request);
        if (known != null || !wiring.log().isEnabled()) {
            return known;
        }
        return Exchange.begin(wiring, request, response);
    }

    /** Only where the length is not known beforehand, or the body is wanted. */
    private static HttpServletRequest counted(HttpServletRequest request, Exchange exchange) {
        boolean unknown = request.getContentLengthLong() < 0
                && (request.getHeader(TRANSFER_ENCODING) != null || isHttp2WithBody(request));
        return unknown || exchange.in.keeps() ? new CountingRequest(request, exchange.in) : request;
    }

    private static boolean isHttp2WithBody(HttpServletRequest request) {
        String method = request.getMethod();
        return "HTTP/2.0".equals(request.getProtocol()) && !"GET".equals(method) && !"HEAD".equals(method);
    }
}
