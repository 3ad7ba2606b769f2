// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.provider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Steers the built-in provider from the shop's port. */
@RestController
@RequestMapping("/demo/provider")
@ConditionalOnBooleanProperty("shop.provider.enabled")
class ProviderController {

    private final PaymentProvider provider;

    ProviderController(PaymentProvider provider) {
        this.provider = provider;
    }

    @GetMapping
    ProviderState state() {
        return provider.state();
    }

    @PutMapping
    ProviderState become(@RequestBody @Valid Steering steering) {
        provider.become(steering.mode());
        return provider.state();
    }

    record Steering(@NotNull ProviderMode mode) {}
}
