// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.correlation;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.TraceParent;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.MDC;

/** Answers with what it sees of the correlation, in various ways. */
final class LookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            look(request, response);
            return;
        }
        request.setAttribute("first", MDC.get(Correlation.MDC_CORRELATION_ID));
        switch (request.getRequestURI()) {
            case "/reset" -> {
                response.setHeader("X-App", "gone with the reset");
                response.reset();
                look(request, response);
            }
            case "/send-error" -> response.sendError(418);
            case "/fail" -> throw new ServletException("on purpose");
            case "/async" -> request.startAsync().dispatch();
            default -> look(request, response);
        }
    }

    private static void look(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Correlation current = Correlation.current();
        TraceParent trace = current == null ? null : current.trace();
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("dispatch", request.getDispatcherType());
        seen.put("first", request.getAttribute("first"));
        seen.put("id", current == null ? null : current.id());
        seen.put("trace", trace == null ? null : trace.traceId());
        seen.put("sampled", trace == null ? null : trace.sampled());
        seen.put("state", current == null ? null : current.traceState());
        seen.put("linked", current == null ? null : current.linkedTraceId());
        seen.put("mdc", MDC.get(Correlation.MDC_CORRELATION_ID));
        seen.put("mdcLinked", MDC.get(Correlation.MDC_LINKED_TRACE_ID));
        seen.put("headers", new TreeSet<>(Collections.list(request.getHeaderNames())));
        seen.put("read", request.getHeader("TraceParent"));
        seen.put("listed", Collections.list(request.getHeaders("X-B3-TraceId")));
        seen.put("number", request.getIntHeader("B3"));
        seen.put("date", request.getDateHeader("Baggage"));
        response.setContentType("text/plain");
        StringBuilder text = new StringBuilder();
        seen.forEach((key, value) -> text.append(key).append(':').append(value).append('\n'));
        response.getWriter().print(text);
    }

    static Map<String, String> read(String body) {
        Map<String, String> seen = new LinkedHashMap<>();
        body.lines().forEach(line -> {
            int colon = line.indexOf(':');
            seen.put(line.substring(0, colon), line.substring(colon + 1));
        });
        return seen;
    }
}
