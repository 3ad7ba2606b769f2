// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.payment;

import dev.seaworthy.example.shop.order.Order;
import dev.seaworthy.example.shop.order.PaymentDeclinedException;
import dev.seaworthy.example.shop.order.Payments;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Charges plainly: one call, no second try. What goes wrong on the way is left to the starter to explain. */
@Component
class HttpPayments implements Payments {

    private static final int PAYMENT_REQUIRED = 402;

    private final RestClient client;

    /** Takes Boot's own builder: it brings the timeouts, and the correlation id travels along. */
    HttpPayments(RestClient.Builder builder, ProviderAddress provider) {
        this.client = builder.baseUrl(provider.uri()).build();
    }

    @Override
    public void charge(Order order) {
        client.post()
                .uri("/charges")
                .header("Idempotency-Key", order.id().toString())
                .body(new Charge(order.id(), order.total()))
                .retrieve()
                .onStatus(status -> status.value() == PAYMENT_REQUIRED, (request, response) -> {
                    throw new PaymentDeclinedException(order);
                })
                .toBodilessEntity();
    }

    record Charge(UUID order, BigDecimal amount) {}
}
