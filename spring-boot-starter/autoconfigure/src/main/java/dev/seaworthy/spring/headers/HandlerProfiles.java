// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.servlet.headers.HeadersFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Looks for {@link SecurityHeaders} at the handler before it runs. */
final class HandlerProfiles implements HandlerInterceptor {

    private final Function<String, HeaderProfile> profiles;
    // As many as the app has handlers.
    private final Map<Method, Optional<HeaderProfile>> known = new ConcurrentHashMap<>();

    HandlerProfiles(Function<String, HeaderProfile> profiles) {
        this.profiles = profiles;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            of(method).ifPresent(profile -> HeadersFilter.use(request, profile));
        }
        return true;
    }

    Optional<HeaderProfile> of(HandlerMethod handler) {
        return known.computeIfAbsent(handler.getMethod(), method -> {
            SecurityHeaders chosen = handler.getMethodAnnotation(SecurityHeaders.class);
            if (chosen == null) {
                chosen = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), SecurityHeaders.class);
            }
            return Optional.ofNullable(chosen).map(name -> profile(handler, name.value()));
        });
    }

    private HeaderProfile profile(HandlerMethod handler, String name) {
        try {
            return profiles.apply(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(
                    "@SecurityHeaders on " + handler.getShortLogMessage() + " is refused: " + unknown.getMessage(),
                    unknown);
        }
    }
}
