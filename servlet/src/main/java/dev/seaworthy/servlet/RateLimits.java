// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.client.ProxyWatch;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.ratelimit.http.FieldVersion;
import dev.seaworthy.core.ratelimit.http.RateLimitFields;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.servlet.ratelimit.Exemption;
import dev.seaworthy.servlet.ratelimit.KeySource;
import dev.seaworthy.servlet.ratelimit.LimitRule;
import dev.seaworthy.servlet.ratelimit.LimitRule.Counts;
import dev.seaworthy.servlet.ratelimit.RateLimitFilter;
import dev.seaworthy.servlet.ratelimit.RateLimitGate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Room {@code ratelimit}, put together: the built-in policy and what the app declared, in two stages. */
final class RateLimits {

    private final List<LimitRule> rules = new ArrayList<>();
    private final ProxyWatch watch;
    private final Map<FilterOrder, RateLimitFilter> filters = new EnumMap<>(FilterOrder.class);

    RateLimits(SeaworthyFilters.Parts parts) {
        Choice choice = parts.rateLimit();
        if (choice.builtIn()) {
            rules.add(builtIn(parts));
        }
        rules.addAll(choice.rules());
        watch = new ProxyWatch(parts.trustedProxies(), parts.telemetry());
        RateLimitGate gate = new RateLimitGate(
                new ClientResolver(parts.trustedProxies()),
                watch,
                Networks.none(),
                Networks.none(),
                new RateLimitFields(choice.fields(), false),
                new RateLimitGate.Answer(parts.desk(), parts.writer()));
        place(FilterOrder.NETWORK_LIMIT, gate, stage(false));
        place(FilterOrder.PRINCIPAL_LIMIT, gate, stage(true));
    }

    /** What the app has chosen. */
    record Choice(List<LimitRule> rules, boolean builtIn, FieldVersion fields) {

        Choice {
            rules = List.copyOf(rules);
        }
    }

    /** Only those that have something to limit, outermost first. */
    Map<FilterOrder, RateLimitFilter> filters() {
        return filters;
    }

    RoomReport report() {
        Map<String, String> effective = new LinkedHashMap<>();
        rules.forEach(rule -> {
            Policy policy = rule.limiter().policy();
            effective.put("policies." + policy.name(), policy.windows().toString());
        });
        return new RoomReport(
                "ratelimit",
                !rules.isEmpty(),
                effective,
                watch.warnings().stream().map(Finding::warn).toList());
    }

    private void place(FilterOrder place, RateLimitGate gate, List<LimitRule> stage) {
        if (!stage.isEmpty()) {
            filters.put(place, new RateLimitFilter(gate, stage, Exemption.ofDefaultServlet()));
        }
    }

    private List<LimitRule> stage(boolean principal) {
        return rules.stream()
                .filter(rule -> rule.key().needsPrincipal() == principal)
                .toList();
    }

    private static LimitRule builtIn(SeaworthyFilters.Parts parts) {
        RateLimiters limiters = RateLimiters.builder()
                .policy(Policy.builtIn())
                .time(parts.time())
                .telemetry(parts.telemetry())
                .build();
        return new LimitRule(
                limiters.get(Policy.BUILT_IN),
                List.of(),
                Set.of(),
                KeySource.network(Grouping.withDefaults()),
                1,
                Counts.ALL,
                true);
    }
}
