// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.tomcat;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.servlet.client.CallerConnection;
import dev.seaworthy.servlet.client.CallerLanguage;
import dev.seaworthy.servlet.error.ProblemWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * Answers what Tomcat refuses before any filter runs, and what fails outside of every filter: a malformed request line, a
 * header that is too large, a path outside of every context. Install it with {@link SeaworthyTomcat}. Thread-safe.
 */
public final class SeaworthyErrorReportValve extends ErrorReportValve {

    private final ErrorDesk desk;
    private final ProblemWriter writer;
    private final CorrelationResolver correlations;
    private final String correlationHeader;

    /**
     * Wires it.
     *
     * @param correlations for requests that no filter gave a correlation
     * @param correlationHeader the response header that tells the id
     */
    public SeaworthyErrorReportValve(
            ErrorDesk desk, ProblemWriter writer, CorrelationResolver correlations, String correlationHeader) {
        this.desk = desk;
        this.writer = writer;
        this.correlations = correlations;
        this.correlationHeader = correlationHeader;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean answerable = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, answerable);
        if (!answerable.get()) {
            return;
        }
        Correlation correlation = correlation(request, response);
        try (CorrelationScope scope = correlation.open()) {
            // Also for a caller that stopped sending: it may listen, and if it does not, nobody is hurt.
            Problem problem = problem(request, response, failure);
            response.setHeader(correlationHeader, correlation.id().value());
            writer.write(request, response, problem);
            response.finishResponse();
        } catch (IOException gone) {
            // Nobody is left to read it; it is logged already.
        }
    }

    private Correlation correlation(Request request, Response response) {
        return CorrelationId.parse(response.getHeader(correlationHeader))
                .map(id -> new Correlation(id, null, null))
                .orElseGet(() -> correlations.resolve(name -> Collections.list(request.getHeaders(name)), false));
    }

    private Problem problem(Request request, Response response, @Nullable Throwable failure) {
        if (request.getAttribute(ProblemWriter.PROBLEM_ATTRIBUTE) instanceof Problem known) {
            return known;
        }
        Classification told = HttpStatuses.classify(response.getStatus());
        if (failure == null) {
            return desk.refuse(told, CallerLanguage.wanted(request));
        }
        if (CallerConnection.isGone(failure)) {
            return desk.report(failure, CallerConnection.INCOMPLETE_REQUEST, CallerLanguage.wanted(request));
        }
        // What Tomcat could not parse comes as an exception of any kind; a failure of the app always has status 500.
        return response.getStatus() == 500
                ? desk.report(failure, CallerLanguage.wanted(request))
                : desk.report(failure, told, CallerLanguage.wanted(request));
    }
}
