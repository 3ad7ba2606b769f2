// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
class OrderController {

    private static final Classification NOT_FOUND = Classification.of(FailureClass.PROTOCOL_REFUSAL)
            .withCode("ORDER_NOT_FOUND")
            .withStatus(404);

    private final OrderService service;
    private final Orders orders;

    OrderController(OrderService service, Orders orders) {
        this.service = service;
        this.orders = orders;
    }

    @PostMapping
    ResponseEntity<Order> place(@RequestBody @Valid NewOrder wanted) {
        Order order = service.place(wanted);
        return ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(order);
    }

    @GetMapping("/{id}")
    Order find(@PathVariable String id) {
        return idOf(id).flatMap(orders::find)
                .orElseThrow(() -> new ProblemException(NOT_FOUND, "there is no such order"));
    }

    /** What is no id of ours names no order either. */
    private static Optional<UUID> idOf(String sent) {
        try {
            return Optional.of(UUID.fromString(sent));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    @GetMapping
    List<Order> newest(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return orders.newest(limit);
    }
}
