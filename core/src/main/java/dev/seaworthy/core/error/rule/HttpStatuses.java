// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import java.util.Map;

/**
 * Makes sense of a bare HTTP status: {@code sendError(404)}, an answer that a framework left without a body.
 */
public final class HttpStatuses {

    private static final Map<Integer, Classification> KNOWN = Map.ofEntries(
            row(400, FailureClass.PROTOCOL_REFUSAL, "BAD_REQUEST"),
            row(401, FailureClass.UNAUTHENTICATED, "UNAUTHENTICATED"),
            row(403, FailureClass.FORBIDDEN, "FORBIDDEN"),
            row(404, FailureClass.PROTOCOL_REFUSAL, "NOT_FOUND"),
            row(405, FailureClass.PROTOCOL_REFUSAL, "METHOD_NOT_ALLOWED"),
            row(406, FailureClass.PROTOCOL_REFUSAL, "NOT_ACCEPTABLE"),
            row(408, FailureClass.PROTOCOL_REFUSAL, "REQUEST_TIMEOUT"),
            row(409, FailureClass.CONFLICT, "CONFLICT"),
            row(410, FailureClass.PROTOCOL_REFUSAL, "GONE"),
            row(412, FailureClass.CONFLICT, "HTTP_412"),
            row(413, FailureClass.PROTOCOL_REFUSAL, "CONTENT_TOO_LARGE"),
            row(414, FailureClass.PROTOCOL_REFUSAL, "URI_TOO_LONG"),
            row(415, FailureClass.PROTOCOL_REFUSAL, "UNSUPPORTED_MEDIA_TYPE"),
            // Not INPUT_INVALID: that row follows seaworthy.error.invalid-status, but who says 422 means 422.
            row(422, FailureClass.PROTOCOL_REFUSAL, "VALIDATION_FAILED"),
            row(429, FailureClass.RATE_LIMITED, "RATE_LIMITED"),
            row(431, FailureClass.PROTOCOL_REFUSAL, "HEADERS_TOO_LARGE"),
            row(500, FailureClass.BUG, "INTERNAL_ERROR"),
            // Containers answer 501 and 505 to made-up methods and versions: nobody is to be woken for these.
            row(501, FailureClass.PROTOCOL_REFUSAL, "NOT_IMPLEMENTED"),
            row(502, FailureClass.NO_CERTAIN_ANSWER, "UPSTREAM_FAILED"),
            row(503, FailureClass.LOCALLY_REFUSED, "UNAVAILABLE"),
            row(504, FailureClass.TOO_SLOW, "TIMEOUT"),
            row(505, FailureClass.PROTOCOL_REFUSAL, "HTTP_505"));

    private HttpStatuses() {}

    /**
     * The classification of a failure of which nothing but the status is known. Statuses without a name of their own get
     * the code {@code HTTP_<status>}.
     *
     * @param status any number; one that is no error status (400 to 599) is our bug, and becomes 500
     */
    public static Classification classify(int status) {
        Classification known = KNOWN.get(status);
        if (known != null) {
            return known;
        }
        if (status < 400 || status > 599) {
            return Classification.of(FailureClass.BUG);
        }
        FailureClass failureClass = status < 500 ? FailureClass.PROTOCOL_REFUSAL : FailureClass.BUG;
        return Classification.of(failureClass).withStatus(status).withCode("HTTP_" + status);
    }

    private static Map.Entry<Integer, Classification> row(int status, FailureClass failureClass, String code) {
        return Map.entry(
                status, Classification.of(failureClass).withStatus(status).withCode(code));
    }
}
