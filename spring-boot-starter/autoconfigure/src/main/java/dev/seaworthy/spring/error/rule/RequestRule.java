// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.core.error.text.AnswerLanguage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.util.StringUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.server.ResponseStatusException;

/** Spring MVC's refusals, and the statuses that the app gave to its own exceptions. */
final class RequestRule implements FailureRule {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int NEAR = 4;
    private static final Set<String> NOT_OURS_TO_REPEAT =
            Set.of("content-type", "content-length", "content-encoding", "transfer-encoding", "connection");

    private final MessageSource messages;

    RequestRule(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (link instanceof AsyncRequestNotUsableException) {
            return Classification.of(FailureClass.CALLER_GONE);
        }
        if (link instanceof AsyncRequestTimeoutException) {
            return Classification.of(FailureClass.TOO_SLOW).withRetryAfter(SOON);
        }
        if (link instanceof ErrorResponse response) {
            int status = response.getStatusCode().value();
            return status < 400 || status > 599 ? null : respond(response, link, status);
        }
        if (isContentTypeWithWildcard(link)) {
            return HttpStatuses.classify(415);
        }
        if (link instanceof HttpMessageNotWritableException || link instanceof ConversionNotSupportedException) {
            return Classification.of(FailureClass.BUG);
        }
        ResponseStatus annotation = FrameworkStatus.annotation(link);
        return annotation == null || !annotation.code().isError() ? null : annotated(annotation);
    }

    // "Content-Type: */*" ends in Spring as an exception of no kind of its own.
    private static boolean isContentTypeWithWildcard(Throwable link) {
        return link instanceof IllegalArgumentException
                && Arrays.stream(link.getStackTrace())
                        .limit(NEAR)
                        .anyMatch(frame -> frame.getMethodName().equals("getHeaders")
                                && frame.getClassName()
                                        .equals("org.springframework.http.server.ServletServerHttpRequest"));
    }

    private Classification annotated(ResponseStatus annotation) {
        Classification plain = HttpStatuses.classify(annotation.code().value());
        String reason = annotation.reason();
        return StringUtils.hasText(reason) ? plain.withDetail(localised(reason)) : plain;
    }

    private static Classification respond(ErrorResponse response, Throwable link, int status) {
        Classification answer = HttpStatuses.classify(status);
        for (Map.Entry<String, List<String>> header : response.getHeaders().headerSet()) {
            if (!NOT_OURS_TO_REPEAT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                answer = answer.withHeader(header.getKey(), String.join(", ", header.getValue()));
            }
        }
        String detail = detail(response, link);
        return StringUtils.hasText(detail) ? answer.withDetail(detail) : answer;
    }

    // Spring's own details repeat what the client sent and name its classes; only the app's words are shown.
    private static @Nullable String detail(ErrorResponse response, Throwable link) {
        Class<?> type = link.getClass();
        if (type == ResponseStatusException.class || type == ErrorResponseException.class) {
            return response.getBody().getDetail();
        }
        return type.getName().startsWith("org.springframework.")
                ? null
                : response.getBody().getDetail();
    }

    private String localised(String reason) {
        Locale answer = AnswerLanguage.current();
        Locale locale = answer == null ? LocaleContextHolder.getLocale() : answer;
        String text = messages.getMessage(reason, null, reason, locale);
        return text == null ? reason : text;
    }
}
