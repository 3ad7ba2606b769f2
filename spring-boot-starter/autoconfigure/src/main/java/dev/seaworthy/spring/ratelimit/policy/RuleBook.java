// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit.policy;

import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.ratelimit.http.RouteTemplate;
import dev.seaworthy.servlet.ratelimit.KeySource;
import dev.seaworthy.servlet.ratelimit.LimitRule;
import dev.seaworthy.servlet.ratelimit.LimitRule.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Which policy applies where, read from the properties once. */
public final class RuleBook {

    private final Map<String, LimitRule> byName = new LinkedHashMap<>();
    private final List<String> withoutRoutes = new ArrayList<>();

    /** Reads them; a wrong value stops the start in words. */
    public RuleBook(RateLimitProperties properties, RateLimiters limiters, Grouping grouping, BeanFactory beans) {
        limiters.find(Policy.BUILT_IN)
                .ifPresent(builtIn -> byName.put(
                        Policy.BUILT_IN,
                        new LimitRule(builtIn, List.of(), Set.of(), KeySource.network(grouping), 1, Counts.ALL, true)));
        properties.policies().forEach((name, policy) -> {
            String property = RateLimitProperties.PREFIX + ".policies." + name;
            List<RouteTemplate> routes = policy.routes().stream()
                    .map(route ->
                            RateLimitProperties.checked(property + ".routes", route, () -> RouteTemplate.parse(route)))
                    .toList();
            Set<String> methods = policy.methods().stream()
                    .map(method -> method.strip().toUpperCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
            KeySource key = key(property + ".key", policy.key(), grouping, beans);
            byName.put(
                    name,
                    RateLimitProperties.checked(
                            property + ".cost",
                            policy.cost(),
                            () -> new LimitRule(
                                    limiters.get(name), routes, methods, key, policy.cost(), policy.counts(), false)));
            if (routes.isEmpty()) {
                withoutRoutes.add(name);
            }
        });
    }

    /** What a filter of this stage applies: a policy without routes is none of a filter's business. */
    public List<LimitRule> stage(boolean principal) {
        return byName.entrySet().stream()
                .filter(entry -> !withoutRoutes.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(rule -> rule.key().needsPrincipal() == principal)
                .toList();
    }

    /**
     * The rule of a policy, with or without routes.
     *
     * @throws IllegalStateException if there is no such policy; the message says which there are
     */
    public LimitRule get(String policy) {
        LimitRule rule = byName.get(policy);
        if (rule == null) {
            throw new IllegalStateException("@RateLimited must name a policy that exists, got '" + policy
                    + "'; there are "
                    + byName.keySet() + ", declare it under " + RateLimitProperties.PREFIX + ".policies." + policy
                    + " or correct the name");
        }
        return rule;
    }

    /** Policies that no filter applies. */
    public List<String> withoutRoutes() {
        return withoutRoutes;
    }

    private static KeySource key(String property, String text, Grouping grouping, BeanFactory beans) {
        String kind = text.strip();
        if (kind.startsWith("header:") && kind.length() > "header:".length()) {
            return KeySource.header(kind.substring("header:".length()).strip(), grouping);
        }
        if (kind.startsWith("bean:")) {
            try {
                return beans.getBean(kind.substring("bean:".length()).strip(), KeySource.class);
            } catch (NoSuchBeanDefinitionException missing) {
                throw wrong(property, text, "there is no such bean of type KeySource; declare it or correct the name");
            }
        }
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "network" -> KeySource.network(grouping);
            case "principal" -> KeySource.principal();
            case "everybody" -> KeySource.everybody();
            default ->
                throw wrong(property, text, "write network, principal, everybody, header:X-Api-Key or bean:myKey");
        };
    }

    private static InvalidConfigurationPropertyValueException wrong(String property, String value, String what) {
        return new InvalidConfigurationPropertyValueException(property, value, what);
    }
}
