// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The {@code Allow} that {@code HttpServlet} leaves out of its 405: the methods whose {@code doXxx} the servlet overrides,
 * the way {@code HttpServlet} itself answers {@code OPTIONS}.
 */
final class AllowedMethods {

    private static final Map<String, Set<String>> BY_HANDLER = Map.of(
            "doGet", Set.of("GET", "HEAD"),
            "doHead", Set.of("HEAD"),
            "doPost", Set.of("POST"),
            "doPut", Set.of("PUT"),
            "doPatch", Set.of("PATCH"),
            "doDelete", Set.of("DELETE"));

    private static final ClassValue<Set<String>> KNOWN = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> servlet) {
            return Collections.unmodifiableSet(methodsOf(servlet));
        }
    };

    private AllowedMethods() {}

    /** Empty where nobody can tell: not an {@code HttpServlet}, or one that does its own dispatching. */
    static Optional<String> of(HttpServletRequest request) {
        try {
            HttpServletMapping mapping = request.getHttpServletMapping();
            ServletRegistration servlet = request.getServletContext().getServletRegistration(mapping.getServletName());
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Set<String> allowed = KNOWN.get(Class.forName(servlet.getClassName(), false, loader));
            return allowed.isEmpty() || allowed.contains(request.getMethod())
                    ? Optional.empty()
                    : Optional.of(String.join(", ", allowed));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
            return Optional.empty();
        }
    }

    private static Set<String> methodsOf(Class<?> servlet) {
        Set<String> allowed = new TreeSet<>();
        if (!HttpServlet.class.isAssignableFrom(servlet)) {
            return allowed;
        }
        for (Class<?> type = servlet; type != null && type != HttpServlet.class; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                allowed.addAll(BY_HANDLER.getOrDefault(method.getName(), Set.of()));
            }
        }
        allowed.add("OPTIONS");
        return allowed;
    }
}
