// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.logging.request.RequestLog;
import dev.seaworthy.core.logging.request.RequestSummary;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.servlet.error.ProblemWriter;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One request and its answer, from the first dispatch to the very end, whichever of the four ways that comes. */
final class Exchange implements AsyncListener {

    private static final String ATTRIBUTE = Exchange.class.getName();
    private static final String SPRING_ROUTE = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    final BodyTee in;
    final BodyTee out;
    private final Wiring wiring;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final @Nullable Correlation correlation = Correlation.current();
    private final long start;
    private final AtomicBoolean done = new AtomicBoolean();
    private boolean inside;
    private @Nullable String route;

    /** What every exchange needs. */
    record Wiring(RequestLog log, ClientResolver clients, UserIds users, TimeSource time, Telemetry telemetry) {

        void failed() {
            telemetry.count("seaworthy.logging.request.failed");
        }
    }

    private Exchange(Wiring wiring, HttpServletRequest request, HttpServletResponse response) {
        this.wiring = wiring;
        this.request = request;
        this.response = response;
        this.start = wiring.time().nanoTime();
        this.in = new BodyTee(wiring.log().settings().capturedBody());
        this.out = new BodyTee(wiring.log().settings().capturedBody());
    }

    static Exchange begin(Wiring wiring, HttpServletRequest request, HttpServletResponse response) {
        Exchange exchange = new Exchange(wiring, request, response);
        request.setAttribute(ATTRIBUTE, exchange);
        return exchange;
    }

    static @Nullable Exchange in(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Exchange known ? known : null;
    }

    /** False on a dispatch within a dispatch: a forward, an include. */
    boolean enter() {
        boolean outermost = !inside;
        inside = true;
        return outermost;
    }

    /** The end of one dispatch, which often is the end of the request. */
    void leave(HttpServletResponse seen, boolean thrown) {
        inside = false;
        if (route == null) {
            route = route(request);
        }
        if (request.isAsyncStarted()) {
            watch();
        } else if (!errorPageFollows(seen, thrown)) {
            end();
        }
    }

    private void watch() {
        try {
            request.getAsyncContext().addListener(this);
        } catch (IllegalStateException alreadyOver) {
            end();
        }
    }

    /** If none does after all, {@link RequestEndListener} ends the exchange. */
    private boolean errorPageFollows(HttpServletResponse seen, boolean thrown) {
        CountingResponse counting = CountingResponse.of(seen);
        boolean sent = counting != null && counting.errorSent();
        return request.getDispatcherType() != DispatcherType.ERROR && (sent || thrown && !seen.isCommitted());
    }

    /** Writes the line, once. */
    void end() {
        if (!done.compareAndSet(false, true)) {
            return;
        }
        Problem problem = request.getAttribute(ProblemWriter.PROBLEM_ATTRIBUTE) instanceof Problem known ? known : null;
        int status = problem != null && problem.status() == 499 ? 499 : response.getStatus();
        boolean bodies = status >= 400 && in.keeps();
        wiring.log()
                .write(new RequestSummary(
                        String.valueOf(request.getMethod()),
                        route,
                        String.valueOf(request.getRequestURI()),
                        status,
                        wiring.time().nanoTime() - start,
                        Math.max(request.getContentLengthLong(), in.bytes() > 0 ? in.bytes() : -1),
                        out.bytes(),
                        CallerNetwork.of(request, wiring.clients()),
                        wiring.users().of(request),
                        correlation,
                        problem,
                        bodies ? in.text(request.getContentType(), request.getCharacterEncoding()) : null,
                        bodies ? out.text(response.getContentType(), response.getCharacterEncoding()) : null));
    }

    /** A default servlet's mapping matches everything and says nothing. */
    private static @Nullable String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(SPRING_ROUTE);
        if (pattern != null) {
            return pattern.toString();
        }
        String mapping = request.getHttpServletMapping().getPattern();
        return mapping.isEmpty() || mapping.equals("/") || mapping.equals("/*") ? null : mapping;
    }

    /** For callers that are the container's. */
    void endQuietly() {
        try {
            end();
        } catch (RuntimeException recycled) {
            wiring.failed();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        endQuietly();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // Completion follows, whoever answers.
    }

    @Override
    public void onError(AsyncEvent event) {
        // Completion follows, whoever answers.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The filter adds the listener again when the dispatch that started it returns.
    }
}
