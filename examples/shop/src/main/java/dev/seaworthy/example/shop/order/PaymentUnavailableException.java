// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ProblemException;
import org.jspecify.annotations.Nullable;

/** Nobody could be asked for the money, or nobody knows whether it was taken. The order waits. */
public class PaymentUnavailableException extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** 503 whatever it was: the customer's part is to come back, and whose fault it was is for the log. */
    public PaymentUnavailableException(Order order, Classification why, @Nullable Throwable cause) {
        super(
                why.withStatus(503).withCode("PAYMENT_UNAVAILABLE"),
                "payment of order " + order.id() + " is open",
                cause);
    }
}
