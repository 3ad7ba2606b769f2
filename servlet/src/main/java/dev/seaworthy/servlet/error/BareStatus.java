// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;

/** Classifies a status that came without a throwable. */
final class BareStatus {

    private BareStatus() {}

    static Classification classify(int status) {
        FailureClass failureClass = switch (status) {
            case 401 -> FailureClass.UNAUTHENTICATED;
            case 403 -> FailureClass.FORBIDDEN;
            case 409 -> FailureClass.CONFLICT;
            case 422 -> FailureClass.INPUT_INVALID;
            case 429 -> FailureClass.RATE_LIMITED;
            default -> status < 500 ? FailureClass.PROTOCOL_REFUSAL : FailureClass.BUG;
        };
        String code = switch (status) {
            case 400, 401, 403, 409, 422, 429, 500 -> failureClass.code();
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            default -> "HTTP_" + status;
        };
        return Classification.of(failureClass).withStatus(status).withCode(code);
    }
}
