// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.validation;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.core.validation.budget.BodyMeter;
import dev.seaworthy.core.validation.budget.BodyMeters;
import dev.seaworthy.core.validation.budget.BodyRefusedException;
import dev.seaworthy.core.validation.budget.RequestBudget;
import dev.seaworthy.servlet.client.CallerLanguage;
import dev.seaworthy.servlet.error.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps requests within their {@link RequestBudget}: what is too much already in its head is refused before the chain, a body
 * is metered while the app reads it. Register it inside of the error filter, for the REQUEST and ASYNC dispatches, with
 * async support. Counts {@code seaworthy.validation.refused} by code. Thread-safe.
 */
public final class BudgetFilter implements Filter {

    private static final String ATTRIBUTE = BudgetFilter.class.getName();

    private final HeadCheck head;
    private final BodyMeters meters;
    private final Drain drain;
    private final ErrorDesk desk;
    private final ProblemWriter writer;
    private final Telemetry telemetry;

    /** Wires it. The desk must know {@link BodyRefusedException#RULE}. */
    public BudgetFilter(
            RequestBudget budget, ErrorDesk desk, ProblemWriter writer, TimeSource time, Telemetry telemetry) {
        this.head = new HeadCheck(budget);
        this.meters = new BodyMeters(budget, time);
        this.drain = new Drain(time);
        this.desk = desk;
        this.writer = writer;
        this.telemetry = telemetry;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        if (http.getAttribute(ATTRIBUTE) instanceof BodyMeter known) {
            chain.doFilter(
                    http.getDispatcherType() == DispatcherType.ASYNC ? new BudgetedRequest(http, known) : http,
                    response);
            return;
        }
        Classification refusal = head.refusal(http);
        if (refusal != null) {
            refuse(http, answer, refusal);
            return;
        }
        if (!mayHaveBody(http)) {
            chain.doFilter(http, response);
            return;
        }
        BodyMeter meter = meters.meter(http.getContentType());
        http.setAttribute(ATTRIBUTE, meter);
        try {
            chain.doFilter(new BudgetedRequest(http, meter), response);
        } finally {
            finished(http, meter);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Classification refusal) {
        count(refusal);
        if (mayHaveBody(request)) {
            drain.take(request);
        }
        writer.write(request, response, desk.refuse(refusal, CallerLanguage.wanted(request)));
    }

    private void finished(HttpServletRequest request, BodyMeter meter) {
        BodyRefusedException refused = meter.refusal();
        if (refused != null) {
            count(refused.classification());
        }
        if (request.isAsyncStarted()) {
            EndOfBody.await(request, meter);
        } else {
            meter.end();
            drain.take(request);
        }
    }

    /** From HTTP/2 on a body needs neither header. */
    private static boolean mayHaveBody(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0
                || length < 0
                        && (request.getHeader("Transfer-Encoding") != null
                                || !request.getProtocol().startsWith("HTTP/1"));
    }

    private void count(Classification refusal) {
        telemetry.count("seaworthy.validation.refused", "code", refusal.code());
    }
}
