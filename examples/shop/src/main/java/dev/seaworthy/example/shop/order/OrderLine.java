// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

import java.math.BigDecimal;

/**
 * One line of an order, with the price of the day.
 */
record OrderLine(String sku, int quantity, BigDecimal price) {

    BigDecimal total() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
