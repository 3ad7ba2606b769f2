// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.rule.FailsWith;

/** The provider answered, and the answer is no: the customer's business, not a fault of either service. */
@FailsWith(failureClass = FailureClass.BUSINESS_REFUSAL, code = "PAYMENT_DECLINED", status = 422)
public class PaymentDeclinedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PaymentDeclinedException(Order order) {
        super("payment of order " + order.id() + " was declined");
    }
}
