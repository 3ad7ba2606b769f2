// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.request;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One request, when it is over. Immutable.
 *
 * @param method the method
 * @param route the template that matched, {@code /orders/{id}}; null for none
 * @param path the path, told only where there is no route
 * @param status the status that was sent
 * @param nanos from its first filter to its very end
 * @param bytesIn length of its body, -1 for unknown
 * @param bytesOut bytes of the answer's body
 * @param client the caller's network; null for unknown
 * @param user the user's id; null for nobody
 * @param correlation the request's ids, null for none
 * @param problem what room error answered; null for nothing
 * @param bodyIn the beginning of its body; null for not captured
 * @param bodyOut the beginning of the answer's body; null for not captured
 */
public record RequestSummary(
        String method,
        @Nullable String route,
        String path,
        int status,
        long nanos,
        long bytesIn,
        long bytesOut,
        @Nullable String client,
        @Nullable String user,
        @Nullable Correlation correlation,
        @Nullable Problem problem,
        @Nullable String bodyIn,
        @Nullable String bodyOut) {

    /** How it ended: what room error says weighs more than a status that was on its way already. */
    public Outcome outcome() {
        if (problem != null && problem.classification().failureClass() == FailureClass.CALLER_GONE) {
            return Outcome.ABORTED;
        }
        int worst = problem == null ? status : Math.max(status, problem.status());
        return worst >= 500 ? Outcome.FAILED : worst >= 400 ? Outcome.REFUSED : Outcome.OK;
    }

    /** Which room said no; null where none did. */
    public @Nullable String refusedBy() {
        if (problem == null) {
            return null;
        }
        return switch (problem.classification().failureClass()) {
            case RATE_LIMITED -> "ratelimit";
            case INPUT_INVALID -> "validation";
            case PROTOCOL_REFUSAL -> problem.status() == 413 || problem.status() == 414 ? "validation" : "error";
            case UNAUTHENTICATED, FORBIDDEN -> "security";
            case LOCALLY_REFUSED -> "outbound";
            default -> null;
        };
    }
}
