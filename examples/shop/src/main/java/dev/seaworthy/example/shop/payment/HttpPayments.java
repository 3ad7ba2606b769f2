// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.payment;

import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.example.shop.order.Order;
import dev.seaworthy.example.shop.order.PaymentDeclinedException;
import dev.seaworthy.example.shop.order.PaymentUnavailableException;
import dev.seaworthy.example.shop.order.Payments;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Charges through the door {@code payments}: what can be tried again is, under one key, and a sick provider is left alone. */
@Component
class HttpPayments implements Payments {

    private final ExternalService door;
    private final RestClient client;

    /** Takes Boot's own builder: it brings the timeouts, and the correlation id travels along. */
    HttpPayments(ExternalServices services, RestClient.Builder builder, ProviderAddress provider) {
        this.door = services.require("payments");
        this.client = builder.baseUrl(provider.uri()).build();
    }

    @Override
    public void charge(Order order) {
        String key = order.id().toString();
        Outcome<?> outcome = door.call(CallPlan.once().withKey(key), attempt -> {
            RestClient.RequestBodySpec request = client.post().uri("/charges");
            attempt.inject(request::header);
            return request.header("Idempotency-Key", key)
                    .body(new Charge(order.id(), order.total()))
                    .retrieve()
                    .toBodilessEntity();
        });
        if (outcome instanceof Failed<?> failed) {
            throw unpaid(order, failed);
        }
    }

    private static RuntimeException unpaid(Order order, Failed<?> failed) {
        return failed.classification().failureClass() == FailureClass.BUSINESS_REFUSAL
                ? new PaymentDeclinedException(order)
                : new PaymentUnavailableException(order, failed.classification(), failed.cause());
    }

    record Charge(UUID order, BigDecimal amount) {}
}
