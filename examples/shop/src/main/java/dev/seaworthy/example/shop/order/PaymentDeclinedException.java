// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.ProblemException;

/** The provider answered, and the answer is no: the customer's business, not a fault of either service. */
public class PaymentDeclinedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final Classification REFUSAL = Classification.of(FailureClass.BUSINESS_REFUSAL)
            .withCode("PAYMENT_DECLINED")
            .withStatus(422)
            .withDetail("The payment was declined. Use another card and order again.");

    public PaymentDeclinedException(Order order) {
        super(REFUSAL, "payment of order " + order.id() + " was declined");
    }
}
