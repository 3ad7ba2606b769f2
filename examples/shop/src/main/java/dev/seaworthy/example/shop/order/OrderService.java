// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.json.JsonPointer;
import dev.seaworthy.example.shop.catalog.Catalog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Places orders: price them, store them, have them paid. */
@Service
class OrderService {

    private static final Logger log = LoggerFactory.getLogger(OrderService.class);

    private final Catalog catalog;
    private final Orders orders;
    private final Payments payments;

    OrderService(Catalog catalog, Orders orders, Payments payments) {
        this.catalog = catalog;
        this.orders = orders;
        this.payments = payments;
    }

    /** The order is stored before the money moves, and no transaction stays open while the provider thinks. */
    Order place(NewOrder wanted) {
        List<OrderLine> lines = price(wanted.items());
        BigDecimal total = lines.stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        Order order = new Order(UUID.randomUUID(), OrderStatus.PENDING, total, correlationId());
        orders.add(order, wanted, lines);
        try {
            payments.charge(order);
        } catch (PaymentDeclinedException declined) {
            orders.update(order.with(OrderStatus.DECLINED));
            throw declined;
        }
        Order paid = order.with(OrderStatus.PAID);
        orders.update(paid);
        log.info("order {} is paid, total {}", paid.id(), paid.total());
        return paid;
    }

    private static @Nullable String correlationId() {
        Correlation request = Correlation.current();
        return request == null ? null : request.id().value();
    }

    private List<OrderLine> price(List<NewOrder.Item> items) {
        Map<String, BigDecimal> prices =
                catalog.prices(items.stream().map(NewOrder.Item::sku).toList());
        List<OrderLine> lines = new ArrayList<>();
        List<FieldError> unknown = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            NewOrder.Item item = items.get(i);
            BigDecimal price = prices.get(item.sku());
            if (price == null) {
                unknown.add(unknownSku(i));
            } else {
                lines.add(new OrderLine(item.sku(), item.quantity(), price));
            }
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    Classification.of(FailureClass.INPUT_INVALID)
                            .withCode("UNKNOWN_SKU")
                            .withErrors(unknown),
                    unknown.size() + " of " + items.size() + " items are not in the catalog");
        }
        return lines;
    }

    private static FieldError unknownSku(int index) {
        return new FieldError(
                FieldError.In.BODY,
                JsonPointer.ROOT.member("items").element(index).member("sku").value(),
                "UNKNOWN_SKU",
                "",
                Map.of());
    }
}
