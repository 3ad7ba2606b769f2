// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order, as stored and as shown.
 *
 * @param correlationId the request that placed it: ask for it in the log
 */
public record Order(
        UUID id,
        OrderStatus status,
        BigDecimal total,
        @Nullable String correlationId) {

    Order with(OrderStatus next) {
        return new Order(id, next, total, correlationId);
    }
}
