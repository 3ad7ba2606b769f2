// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.door;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;

/**
 * A status with which a service says no in words of its business, "card declined" for example, and what our client is told
 * then. The breaker takes it for a success, and it is not tried again.
 *
 * @param answered the service's status, 400 to 499
 * @param code our code, {@code UPPER_SNAKE}
 * @param status our status, 400 to 499
 */
public record Refusal(int answered, String code, int status) {

    /**
     * Checks the three.
     *
     * @throws IllegalArgumentException if a status is no 4xx or the code not {@code UPPER_SNAKE}
     */
    public Refusal {
        requireClientError("answered status", answered);
        requireClientError("status", status);
        Classification.of(FailureClass.BUSINESS_REFUSAL).withCode(code);
    }

    /** With the status that business refusals have by default. */
    public static Refusal of(int answered, String code) {
        return new Refusal(answered, code, FailureClass.BUSINESS_REFUSAL.status());
    }

    /** What our client is told. */
    public Classification classification() {
        return Classification.of(FailureClass.BUSINESS_REFUSAL).withCode(code).withStatus(status);
    }

    private static void requireClientError(String what, int value) {
        if (value < 400 || value > 499) {
            throw new IllegalArgumentException("refusal " + what + " must be 400 to 499, got '" + value
                    + "'; other statuses say nothing about business");
        }
    }
}
