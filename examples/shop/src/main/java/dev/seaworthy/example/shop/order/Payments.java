// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

/** Whoever takes the money. */
public interface Payments {

    /**
     * Charges the order's total. The order's id is the idempotency key: asking again for the same order charges nothing
     * more.
     *
     * @throws PaymentDeclinedException if the provider says no, for good
     * @throws PaymentUnavailableException if it cannot be asked, or nobody knows whether the money was taken
     */
    void charge(Order order);
}
