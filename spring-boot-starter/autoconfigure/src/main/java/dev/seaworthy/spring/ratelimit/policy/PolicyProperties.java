// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit.policy;

import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.Policy.StoreDown;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.servlet.ratelimit.LimitRule.Counts;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One policy.
 *
 * @param routes templates of the paths it applies to, such as /api/orders/{id} or /api/**; none for one that is only used with
 *     &#64;RateLimited or RateLimiter
 * @param methods methods it applies to; all where none is named
 * @param windows how much in what time
 * @param key whose tokens are taken: network, principal, everybody, header:NAME or bean:NAME
 * @param cost how many tokens a request takes
 * @param counts which requests count in the end: all, or those answered with client-errors
 * @param shadow whether it only counts what it would refuse
 * @param storeDown what holds while a shared store does not answer
 */
public record PolicyProperties(
        @DefaultValue List<String> routes,
        @DefaultValue List<String> methods,
        @DefaultValue List<WindowProperties> windows,
        @DefaultValue("network") String key,
        @DefaultValue("1") long cost,
        @DefaultValue("all") Counts counts,
        @DefaultValue("false") boolean shadow,
        @DefaultValue("local-share") StoreDown storeDown) {

    /**
     * So many in such a time.
     *
     * @param limit how many come back in the time
     * @param per the time
     * @param burst how many at once; as many as the limit where it is not set
     */
    public record WindowProperties(
            long limit,
            @DefaultValue("1m") Duration per,
            @Nullable Long burst) {

        Window window() {
            return new Window(limit, per, burst == null ? limit : burst);
        }
    }

    /** In the words of core. */
    public Policy policy(String name) {
        return new Policy(name, windows.stream().map(WindowProperties::window).toList(), shadow, storeDown);
    }
}
