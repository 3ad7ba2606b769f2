// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.servlet.SeaworthyFilters;
import dev.seaworthy.servlet.ratelimit.KeySource;
import dev.seaworthy.servlet.ratelimit.LimitRule;
import dev.seaworthy.spring.ratelimit.RateLimited;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Code of {@code docs/ratelimit.md}. */
final class RateLimitSnippets {

    private RateLimitSnippets() {}

    // region annotation
    @RestController
    static class Reports {

        @RateLimited("reports")
        @GetMapping("/api/reports/yearly")
        String yearly() {
            return "a lot of numbers";
        }
    }
    // end

    static class Keys {

        // region key
        @Bean
        KeySource tenant() {
            return (request, client) -> {
                String tenant = request.getHeader("X-Tenant");
                return tenant == null ? null : LimitKey.of("tenant", tenant, client);
            };
        }
        // end
    }

    static String byHand(RateLimiters limiters, String account, int pages) {
        // region by-hand
        LimitKey key = LimitKey.of("account", account, null);
        return switch (describe(limiters.get("exports").tryAcquire(key, pages))) {
            case "now" -> "export started";
            default -> "come back later";
        };
        // end
    }

    // region decision
    static String describe(Decision decision) {
        if (decision instanceof Decision.Refused refused) {
            return "in " + refused.retryAfter().toSeconds() + " s";
        }
        return "now";
    }
    // end

    static void plainServlet(ServletContext context) {
        // region plain
        RateLimiters limiters = RateLimiters.builder()
                .policy(Policy.of("orders", new Window(20, Duration.ofMinutes(1), 10)))
                .build();
        SeaworthyFilters.builder()
                .limit(LimitRule.of(limiters.get("orders"), KeySource.network(Grouping.withDefaults()))
                        .on(Set.of("POST"), "/api/orders"))
                .build()
                .register(context);
        // end
    }

    static final class Bad {

        // region bad
        private final Map<String, Integer> requests = new ConcurrentHashMap<>(); // grows with every invented address

        boolean mayGoOn(String forwardedFor) {
            String client = forwardedFor.split(",")[0]; // whatever the client wrote there
            return requests.merge(client, 1, Integer::sum) <= 100; // and never again after that
        }
        // end
    }
}
