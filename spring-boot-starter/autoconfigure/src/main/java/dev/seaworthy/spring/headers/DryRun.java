// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lets a filter write its headers on a response that nobody gets, and looks: filters do not tell otherwise. */
final class DryRun {

    private DryRun() {}

    static Map<String, String> headers(Filter filter) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            filter.doFilter(request(), response(headers), (request, response) -> {});
        } catch (IOException | ServletException | RuntimeException needsMore) {
            // A writer of the app's own wanted a real request; what came before it is known.
        }
        return headers;
    }

    private static HttpServletRequest request() {
        Map<String, Object> attributes = new TreeMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                DryRun.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isSecure" -> true;
                    case "getDispatcherType" -> DispatcherType.REQUEST;
                    case "getMethod" -> "GET";
                    case "getScheme" -> "https";
                    case "getRequestURI", "getServletPath" -> "/";
                    case "getContextPath" -> "";
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "removeAttribute" -> attributes.remove((String) arguments[0]);
                    default -> nothing(method);
                });
    }

    private static HttpServletResponse response(Map<String, String> headers) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                DryRun.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "setHeader", "addHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                    case "containsHeader" -> headers.containsKey((String) arguments[0]);
                    case "getHeader" -> headers.get((String) arguments[0]);
                    case "getStatus" -> 200;
                    default -> nothing(method);
                });
    }

    private static @Nullable Object nothing(Method method) {
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : type == long.class ? (Object) 0L : null;
    }
}
