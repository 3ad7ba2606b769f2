// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit;

import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.servlet.error.ResponseDecorator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Lets a script of another origin read that it was refused, where the app lets it read answers at all: the refusal comes
 * before anything of the app's that would have said so.
 */
final class CorsOnRefusals implements ResponseDecorator {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String EXPOSED = "Retry-After, RateLimit, RateLimit-Policy";

    private final ObjectProvider<CorsConfigurationSource> sources;

    CorsOnRefusals(ObjectProvider<CorsConfigurationSource> sources) {
        this.sources = sources;
    }

    @Override
    public void decorate(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        String origin = request.getHeader("Origin");
        boolean refused = problem.classification().failureClass() == FailureClass.RATE_LIMITED;
        if (!refused || origin == null || response.containsHeader(ALLOW_ORIGIN)) {
            return;
        }
        List<CorsConfigurationSource> all = sources.orderedStream().toList();
        for (CorsConfigurationSource source : all) {
            CorsConfiguration configuration = source.getCorsConfiguration(request);
            String allowed = configuration == null ? null : configuration.checkOrigin(origin);
            if (configuration != null && allowed != null) {
                response.setHeader(ALLOW_ORIGIN, allowed);
                response.setHeader("Access-Control-Expose-Headers", EXPOSED);
                if (Boolean.TRUE.equals(configuration.getAllowCredentials())) {
                    response.setHeader("Access-Control-Allow-Credentials", "true");
                }
                response.setHeader("Vary", vary(response));
                return;
            }
        }
    }

    private static String vary(HttpServletResponse response) {
        String known = response.getHeader("Vary");
        return known == null || known.isBlank() ? "Origin" : known + ", Origin";
    }
}
