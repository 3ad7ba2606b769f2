// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.mvc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Made at the first failure: while Spring MVC is being configured, the app's own rules may not be ready. */
final class Late implements HandlerExceptionResolver {

    private final SingletonSupplier<HandlerExceptionResolver> resolver;

    Late(Supplier<HandlerExceptionResolver> resolver) {
        this.resolver = SingletonSupplier.of(resolver);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        return resolver.obtain().resolveException(request, response, handler, failure);
    }
}
