// SPDX-License-Identifier: Apache-2.0
/** Taking orders: {@code OrderController} is the door, {@code OrderService} the rule (price, store, charge), {@code Orders} the table,
 * and {@link dev.seaworthy.example.shop.order.Payments} what the shop wants from whoever takes the money. */
@NullMarked
package dev.seaworthy.example.shop.order;

import org.jspecify.annotations.NullMarked;
