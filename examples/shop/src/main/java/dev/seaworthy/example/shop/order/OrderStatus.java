// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

/** How far an order has come. */
public enum OrderStatus {
    /** Stored; the payment is not yet known to have succeeded. */
    PENDING,
    /** Paid. */
    PAID,
    /** The payment was refused for good. */
    DECLINED
}
