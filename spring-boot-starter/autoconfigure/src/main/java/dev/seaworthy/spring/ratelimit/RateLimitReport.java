// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit;

import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.spring.ratelimit.method.RateLimitedBeans;
import dev.seaworthy.spring.ratelimit.policy.RateLimitProperties;
import dev.seaworthy.spring.ratelimit.policy.RuleBook;
import dev.seaworthy.spring.ratelimit.policy.StoreProperties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the room says about itself, at the start and whenever somebody asks the actuator. */
record RateLimitReport(
        RateLimitProperties properties,
        @Nullable RateLimiters limiters,
        @Nullable RuleBook rules,
        @Nullable RateLimitedBeans limited) {

    RoomReport report() {
        Map<String, String> effective = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        if (limiters != null) {
            effective.put("built-in", word(properties.builtIn()));
            effective.put("fields", word(properties.fields()));
            effective.put("store", limiters.storeDescription());
            effective.put("penalty", properties.penalty().enabled() ? "on" : "off");
            limiters.describe().forEach((name, line) -> effective.put("policies." + name, line));
            if (properties.store().type() != StoreProperties.Type.LOCAL
                    && properties.store().nodes() == 1) {
                findings.add(Finding.info("while the store is down each node enforces the whole limit; write"
                        + " seaworthy.ratelimit.store.nodes=N where there are N of them"));
            }
            idle().forEach(name -> findings.add(Finding.warn("policy '" + name
                    + "' has no routes and no @RateLimited names it, so it limits only what asks for it by hand; write"
                    + " seaworthy.ratelimit.policies." + name + ".routes=/**")));
        }
        return new RoomReport("ratelimit", limiters != null, effective, findings);
    }

    private List<String> idle() {
        if (rules == null) {
            return List.of();
        }
        List<String> idle = new ArrayList<>(rules.withoutRoutes());
        if (limited != null) {
            idle.removeAll(limited.named());
        }
        return idle;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
