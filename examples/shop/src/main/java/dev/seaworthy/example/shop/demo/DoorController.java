// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.demo;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.outbound.breaker.BreakerState;
import dev.seaworthy.core.outbound.door.DoorState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the door to the payment provider; in earnest, {@code /actuator/seaworthy/outbound} is the place for both. */
@Profile("demo")
@RestController
@RequestMapping("/demo/door")
class DoorController {

    private final ExternalService payments;

    DoorController(ExternalServices services) {
        this.payments = services.require("payments");
    }

    record Door(BreakerState breaker, BreakerMode mode, long opensInMillis, int recentCalls) {}

    record Hand(@NotNull BreakerMode mode) {}

    @GetMapping
    Door state() {
        DoorState state = payments.state();
        return new Door(state.breaker(), state.mode(), state.opensIn().toMillis(), state.recentCalls());
    }

    @PutMapping
    Door take(@RequestBody @Valid Hand hand) {
        payments.mode(hand.mode());
        return state();
    }
}
