// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.rule;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/** The status that Spring MVC itself gives to an exception. */
public final class FrameworkStatus {

    /** Spring MVC does not know it: the exception leaves the servlet. */
    public static final int NONE = 0;

    /** The client is gone: nothing is answered. */
    public static final int CLIENT_GONE = 499;

    private static final int MAX_DEPTH = 32;

    private FrameworkStatus() {}

    /** The status Spring MVC's own resolvers would set, {@link #CLIENT_GONE}, or {@link #NONE}. */
    public static int of(Throwable failure) {
        if (failure instanceof ErrorResponse response) {
            return response.getStatusCode().value();
        }
        if (failure instanceof AsyncRequestNotUsableException) {
            return CLIENT_GONE;
        }
        int annotated = annotated(failure);
        if (annotated != NONE) {
            return annotated;
        }
        if (failure instanceof HttpMessageNotReadableException
                || failure instanceof MethodArgumentTypeMismatchException) {
            return 400;
        }
        return failure instanceof ConversionNotSupportedException
                        || failure instanceof HttpMessageNotWritableException
                        || failure instanceof MethodValidationException
                ? 500
                : NONE;
    }

    static @Nullable ResponseStatus annotation(Throwable link) {
        return AnnotatedElementUtils.findMergedAnnotation(link.getClass(), ResponseStatus.class);
    }

    // As ResponseStatusExceptionResolver looks: along the causes.
    private static int annotated(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < MAX_DEPTH; depth++, link = link.getCause()) {
            if (link instanceof ResponseStatusException status) {
                return status.getStatusCode().value();
            }
            ResponseStatus status = annotation(link);
            if (status != null) {
                return status.code().value();
            }
        }
        return NONE;
    }
}
