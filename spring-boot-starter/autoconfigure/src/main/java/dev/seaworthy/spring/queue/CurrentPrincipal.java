// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who is signed in, as the request that this thread serves says it. */
final class CurrentPrincipal {

    private CurrentPrincipal() {}

    static Supplier<@Nullable String> supplier() {
        ClassLoader loader = CurrentPrincipal.class.getClassLoader();
        boolean servlet = ClassUtils.isPresent("jakarta.servlet.http.HttpServletRequest", loader)
                && ClassUtils.isPresent("org.springframework.web.context.request.RequestContextHolder", loader);
        return servlet ? Servlet::name : () -> null;
    }

    /** Loaded only where its types are. */
    private static final class Servlet {

        static @Nullable String name() {
            RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
            if (!(attributes instanceof ServletRequestAttributes servlet)) {
                return null;
            }
            HttpServletRequest request = servlet.getRequest();
            Principal principal = request.getUserPrincipal();
            return principal == null ? null : principal.getName();
        }
    }
}
