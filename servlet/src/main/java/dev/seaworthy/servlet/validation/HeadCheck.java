// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.validation;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.core.validation.budget.RequestBudget;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges a request by its head, before anybody works for it. */
final class HeadCheck {

    private static final Classification OTHER_HOST =
            Classification.of(FailureClass.PROTOCOL_REFUSAL).withCode("HOST_NOT_SERVED");

    private final RequestBudget budget;
    private final Classification otherMethod;

    HeadCheck(RequestBudget budget) {
        this.budget = budget;
        this.otherMethod =
                HttpStatuses.classify(405).withHeader("Allow", String.join(", ", new TreeSet<>(budget.methods())));
    }

    /** Null if it may go on. */
    @Nullable
    Classification refusal(HttpServletRequest request) {
        if (!budget.methods().isEmpty() && !budget.methods().contains(request.getMethod())) {
            return otherMethod;
        }
        if (!budget.hosts().isEmpty() && !budget.hosts().contains(host(request))) {
            return OTHER_HOST;
        }
        if (uriLength(request) > budget.maxUri()) {
            return HttpStatuses.classify(414);
        }
        if (hasTooManyHeaders(request)) {
            return HttpStatuses.classify(431);
        }
        return request.getContentLengthLong() > budget.maxBytes(request.getContentType())
                ? HttpStatuses.classify(413)
                : null;
    }

    private static String host(HttpServletRequest request) {
        String name = request.getServerName();
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static int uriLength(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : query.length() + 1);
    }

    private boolean hasTooManyHeaders(HttpServletRequest request) {
        Enumeration<String> names = request.getHeaderNames();
        int fields = 0;
        long characters = 0;
        while (names != null && names.hasMoreElements()) {
            String name = names.nextElement();
            Enumeration<String> values = request.getHeaders(name);
            while (values.hasMoreElements()) {
                fields++;
                characters += name.length() + values.nextElement().length();
                if (fields > budget.maxHeaders() || characters > budget.maxHeaderBytes()) {
                    return true;
                }
            }
        }
        return false;
    }
}
