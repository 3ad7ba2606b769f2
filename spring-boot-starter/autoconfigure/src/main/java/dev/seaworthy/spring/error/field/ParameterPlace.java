// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.field;

import dev.seaworthy.core.error.FieldError.In;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a handler's argument comes from, and its name there.
 *
 * @param whole whether the argument is the whole body, so that its own name means nothing to the client
 */
record ParameterPlace(In in, String name, boolean whole) {

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();
    private static final ParameterPlace BODY = new ParameterPlace(In.BODY, "", true);

    static ParameterPlace of(@Nullable MethodParameter parameter) {
        if (parameter == null || parameter.hasParameterAnnotation(RequestBody.class)) {
            return BODY;
        }
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null) {
            return named(In.PATH, path.name(), parameter);
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            return named(In.HEADER, header.name(), parameter);
        }
        CookieValue cookie = parameter.getParameterAnnotation(CookieValue.class);
        if (cookie != null) {
            return named(In.COOKIE, cookie.name(), parameter);
        }
        RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
        if (part != null) {
            return named(In.BODY, part.name(), parameter);
        }
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            return named(formOrQuery(), query.name(), parameter);
        }
        MatrixVariable matrix = parameter.getParameterAnnotation(MatrixVariable.class);
        return matrix != null
                ? named(In.PATH, matrix.name(), parameter)
                : new ParameterPlace(formOrQuery(), declaredName(parameter), true);
    }

    /** Servlets do not tell whether a parameter stood in the query or in a form; a form without a query can be told. */
    static In formOrQuery() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            String type = attributes.getRequest().getContentType();
            String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
            boolean form = lower.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                    || lower.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
            return form && attributes.getRequest().getQueryString() == null ? In.BODY : In.QUERY;
        }
        return In.QUERY;
    }

    private static ParameterPlace named(In in, String name, MethodParameter parameter) {
        return new ParameterPlace(in, StringUtils.hasText(name) ? name : declaredName(parameter), false);
    }

    private static String declaredName(MethodParameter parameter) {
        String known = parameter.getParameterName();
        if (known != null) {
            return known;
        }
        @Nullable
        String @Nullable [] names =
                parameter.getMethod() == null ? null : NAMES.getParameterNames(parameter.getMethod());
        String name = names == null ? null : names[parameter.getParameterIndex()];
        return name == null ? "arg" + parameter.getParameterIndex() : name;
    }
}
