// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.client.GuardedHttpClient;
import dev.seaworthy.spring.outbound.ExternalServiceCustomizer;
import dev.seaworthy.spring.outbound.Guarded;
import dev.seaworthy.spring.outbound.client.DoorInterceptor;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** Code of {@code docs/outbound.md}: clients and Spring. */
final class OutboundClientSnippets {

    private OutboundClientSnippets() {}

    // region by-name
    static RestClient stripe(RestClient.Builder builder, ExternalServices services) {
        return builder.baseUrl("https://api.stripe.com")
                .requestInterceptor(new DoorInterceptor(services.require("stripe")))
                .build();
    }
    // end

    static HttpClient jdk(HttpClient client) {
        // region jdk
        ExternalService stripe =
                ExternalService.named("stripe").timeout(Duration.ofSeconds(3)).build();
        HttpClient guarded = GuardedHttpClient.of(client, stripe);
        // end
        return guarded;
    }

    // region guarded
    static class Gateway {

        private final RestClient stripe;

        Gateway(RestClient stripe) {
            this.stripe = stripe;
        }

        @Guarded(value = "stripe", idempotent = true)
        @Nullable
        Balance balance() {
            return stripe.get().uri("/v1/balance").retrieve().body(Balance.class);
        }
    }
    // end

    record Balance(long available) {}

    static String charge(ExternalService door, RestClient client, String order) {
        // region outcome
        Outcome<ResponseEntity<Void>> outcome = door.call(CallPlan.once().withKey(order), attempt -> {
            RestClient.RequestBodySpec request = client.post().uri("/charges");
            attempt.inject(request::header);
            return request.header("Idempotency-Key", order).retrieve().toBodilessEntity();
        });
        if (outcome instanceof Failed<?> failed) {
            return "not paid: " + failed.classification().code();
        }
        return "paid";
        // end
    }

    // region customizer
    @Configuration
    static class Doors {

        @Bean
        ExternalServiceCustomizer loadsOnlySoMany() {
            return (service, builder) -> {
                if (service.equals("reports")) {
                    builder.maxConcurrent(2).isolated();
                }
            };
        }
    }
    // end
}
