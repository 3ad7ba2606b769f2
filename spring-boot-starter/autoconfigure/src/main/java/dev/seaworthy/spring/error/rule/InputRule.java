// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.FieldError.In;
import dev.seaworthy.spring.error.field.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindException;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingMatrixVariableException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Input that Spring could not bind or did not find valid. */
final class InputRule implements FailureRule {

    private final FieldErrors fields;

    InputRule(FieldErrors fields) {
        this.fields = fields;
    }

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (link instanceof MethodValidationResult result) {
            return result.isForReturnValue() ? Classification.of(FailureClass.BUG) : invalid(fields.of(result));
        }
        if (link instanceof MethodArgumentNotValidException argument) {
            return invalid(fields.of(argument.getBindingResult(), argument.getParameter()));
        }
        if (link instanceof BindException bind) {
            return invalid(fields.of(bind.getBindingResult(), null));
        }
        if (link instanceof MethodArgumentTypeMismatchException mismatch) {
            return invalid(
                    FieldErrors.wrongType(mismatch.getParameter(), mismatch.getName(), mismatch.getRequiredType()));
        }
        return link instanceof MethodArgumentConversionNotSupportedException
                ? Classification.of(FailureClass.BUG)
                : missing(link);
    }

    private static @Nullable Classification missing(Throwable link) {
        if (link instanceof MissingServletRequestParameterException parameter) {
            return invalid(FieldErrors.missingParameter(parameter.getParameterName()));
        }
        if (link instanceof MissingRequestHeaderException header) {
            return invalid(FieldErrors.missing(In.HEADER, header.getHeaderName()));
        }
        if (link instanceof MissingRequestCookieException cookie) {
            return invalid(FieldErrors.missing(In.COOKIE, cookie.getCookieName()));
        }
        if (link instanceof MissingServletRequestPartException part) {
            return invalid(FieldErrors.missing(In.BODY, part.getRequestPartName()));
        }
        if (link instanceof MissingMatrixVariableException matrix) {
            return invalid(FieldErrors.missing(In.PATH, matrix.getVariableName()));
        }
        // A path without the variable is our own mapping; one whose text converts to nothing is the client's.
        return link instanceof MissingPathVariableException path && path.isMissingAfterConversion()
                ? invalid(FieldErrors.missing(In.PATH, path.getVariableName()))
                : null;
    }

    private static Classification invalid(List<FieldError> errors) {
        return Classification.of(FailureClass.INPUT_INVALID).withErrors(errors);
    }
}
