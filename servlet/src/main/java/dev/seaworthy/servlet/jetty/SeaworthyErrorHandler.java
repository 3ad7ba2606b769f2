// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.jetty;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.servlet.client.CallerLanguage;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.servlet.error.answer.ProblemAnswer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what Jetty refuses before any filter runs, and what fails outside of every filter: a malformed request line, a
 * header that is too large, a path outside of every context. Install it with {@link SeaworthyJetty}. Thread-safe.
 */
public final class SeaworthyErrorHandler extends ErrorHandler {

    private static final List<HttpHeader> GONE_WITH_THE_BODY = List.of(
            HttpHeader.CONTENT_LENGTH,
            HttpHeader.CONTENT_ENCODING,
            HttpHeader.CONTENT_RANGE,
            HttpHeader.ETAG,
            HttpHeader.LAST_MODIFIED);

    private final ErrorDesk desk;
    private final CorrelationResolver correlations;
    private final String correlationHeader;

    /**
     * Wires it.
     *
     * @param correlations for requests that no filter gave a correlation
     * @param correlationHeader the response header that tells the id
     */
    public SeaworthyErrorHandler(ErrorDesk desk, CorrelationResolver correlations, String correlationHeader) {
        this.desk = desk;
        this.correlations = correlations;
        this.correlationHeader = correlationHeader;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        Correlation correlation = CorrelationId.parse(told(request, headers))
                .map(id -> new Correlation(id, null, null))
                .orElseGet(() -> correlations.resolve(request.getHeaders()::getValuesList, false));
        try (CorrelationScope scope = correlation.open()) {
            ProblemAnswer answer = ProblemAnswer.of(
                    problem(request, response), request.getHeaders().getValuesList(HttpHeader.ACCEPT));
            GONE_WITH_THE_BODY.forEach(headers::remove);
            response.setStatus(answer.status());
            answer.headers().forEach(headers::put);
            headers.put(HttpHeader.VARY, ProblemAnswer.vary(headers.getValuesList(HttpHeader.VARY)));
            headers.put(correlationHeader, correlation.id().value());
            byte[] body = answer.bytes();
            headers.put(HttpHeader.CONTENT_LENGTH, body.length);
            boolean head = "HEAD".equals(request.getMethod());
            response.write(true, head ? null : ByteBuffer.wrap(body), callback);
        }
        return true;
    }

    // Jetty may have reset the headers since the filters ran; a problem that is known already must keep its id.
    private @Nullable String told(Request request, HttpFields headers) {
        return request.getAttribute(ProblemWriter.PROBLEM_ATTRIBUTE) instanceof Problem known
                        && known.correlationId() != null
                ? known.correlationId()
                : headers.get(correlationHeader);
    }

    private Problem problem(Request request, Response response) {
        if (request.getAttribute(ProblemWriter.PROBLEM_ATTRIBUTE) instanceof Problem known) {
            return known;
        }
        List<Locale> wanted = CallerLanguage.wanted(request.getHeaders().getValuesList("Accept-Language"));
        Object failure = request.getAttribute(ERROR_EXCEPTION);
        // Jetty's own refusals carry their status; they are no failures of the app.
        return failure instanceof Throwable thrown && !(failure instanceof HttpException)
                ? desk.report(thrown, wanted)
                : desk.refuse(HttpStatuses.classify(response.getStatus()), wanted);
    }
}
