// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.ratelimit;

import dev.seaworthy.core.ratelimit.http.RouteTemplate;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;

/**
 * What never counts for the built-in policy. A policy that the app declared counts whatever its routes name.
 *
 * @param routes what nobody but operators and their tools asks for: health, metrics
 * @param served whether a request, now over, was answered with a static resource: nobody can tell from the path alone
 */
public record Exemption(List<RouteTemplate> routes, Predicate<HttpServletRequest> served) {

    /** Copies. */
    public Exemption {
        routes = List.copyOf(routes);
    }

    /** What the container's own default servlet answers. */
    public static Exemption ofDefaultServlet() {
        return new Exemption(
                List.of(),
                request -> "default".equals(request.getHttpServletMapping().getServletName()));
    }

    boolean neverCounts(String path) {
        return routes.stream().anyMatch(route -> route.matches(path));
    }

    boolean wasStatic(HttpServletRequest request) {
        try {
            return served.test(request);
        } catch (RuntimeException unknown) {
            return false;
        }
    }
}
