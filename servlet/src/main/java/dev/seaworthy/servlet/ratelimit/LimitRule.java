// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.ratelimit;

import dev.seaworthy.core.ratelimit.RateLimiter;
import dev.seaworthy.core.ratelimit.http.RouteTemplate;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * To which requests a policy applies, and what each costs. Immutable.
 *
 * @param limiter the policy, put to use
 * @param routes templates of the paths, never raw ones; empty for all
 * @param methods methods in capitals, empty for all; {@code GET} is {@code HEAD} as well
 * @param key whose tokens are taken
 * @param cost how many, 1 or more
 * @param counts which requests count in the end
 * @param builtIn whether nobody asked for it: then it says nothing while it refuses nothing, and only counts where a peer may
 *     be a proxy that nobody told us of
 */
public record LimitRule(
        RateLimiter limiter,
        List<RouteTemplate> routes,
        Set<String> methods,
        KeySource key,
        long cost,
        Counts counts,
        boolean builtIn) {

    /** Which requests count in the end: the others get back what was taken when they came. */
    public enum Counts {
        /** All. */
        ALL,
        /** Those that are answered with a status from 400 to 499. */
        CLIENT_ERRORS
    }

    /** Checks and copies. */
    public LimitRule {
        routes = List.copyOf(routes);
        methods = Set.copyOf(methods);
        if (cost < 1 || cost > limiter.policy().burst()) {
            throw new IllegalArgumentException("rate limit policy '"
                    + limiter.policy().name()
                    + "' must have a cost of 1 to its smallest burst, which is "
                    + limiter.policy().burst() + ", got '" + cost + "'; with more nobody would ever get through");
        }
    }

    /** One for all requests, each of which costs one token. */
    public static LimitRule of(RateLimiter limiter, KeySource key) {
        return new LimitRule(limiter, List.of(), Set.of(), key, 1, Counts.ALL, false);
    }

    /** The same for some routes only. */
    public LimitRule on(Set<String> someMethods, String... templates) {
        List<RouteTemplate> some =
                Arrays.stream(templates).map(RouteTemplate::parse).toList();
        return new LimitRule(limiter, some, someMethods, key, cost, counts, builtIn);
    }

    /** The same for some requests only. */
    public LimitRule counting(Counts some) {
        return new LimitRule(limiter, routes, methods, key, cost, some, builtIn);
    }

    boolean appliesTo(HttpServletRequest request, String path) {
        return isMethod(request.getMethod()) && isRoute(path);
    }

    private boolean isMethod(String method) {
        return methods.isEmpty() || methods.contains(method) || (method.equals("HEAD") && methods.contains("GET"));
    }

    private boolean isRoute(String path) {
        if (routes.isEmpty()) {
            return true;
        }
        for (RouteTemplate route : routes) {
            if (route.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
