// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a failure is: its row in the table, and what this occurrence adds to the row. Immutable; the {@code with} methods
 * answer a copy.
 *
 * @param failureClass the row in the table
 * @param code stable, refactor-safe, {@code UPPER_SNAKE}, at most 63 characters
 * @param status the HTTP status to answer, 400 to 599
 * @param detail a sentence that the client may see, null for the localised one of the code; ignored from 500 on
 * @param retryAfter when to come back, null where nobody knows
 * @param errors the refused values, at most {@value #MAX_ERRORS}; empty unless the input is to blame
 * @param headers response headers that belong to the status ({@code Allow}, {@code Accept}, {@code WWW-Authenticate})
 * @param members further members of the body, by name: plain data that JSON knows, never what a client sent
 */
public record Classification(
        FailureClass failureClass,
        String code,
        int status,
        @Nullable String detail,
        @Nullable Duration retryAfter,
        List<FieldError> errors,
        Map<String, String> headers,
        Map<String, Object> members) {

    /** So many refused values are told at most, so that an answer cannot be blown up by its request. */
    public static final int MAX_ERRORS = 50;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,61}[A-Z0-9]");

    /**
     * Checks code and status; keeps the first {@value #MAX_ERRORS} errors.
     *
     * @throws IllegalArgumentException if the code is not {@code UPPER_SNAKE} or the status not an error
     */
    public Classification {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("problem code must be UPPER_SNAKE with 2 to 63 characters, got '" + code
                    + "'; write for example OUT_OF_STOCK");
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException(
                    "problem status must be 400 to 599, got '" + status + "'; other statuses are not failures");
        }
        errors = List.copyOf(errors.size() > MAX_ERRORS ? errors.subList(0, MAX_ERRORS) : errors);
        headers = Map.copyOf(headers);
        members = Map.copyOf(members);
    }

    /** Without further members. */
    public Classification(
            FailureClass failureClass,
            String code,
            int status,
            @Nullable String detail,
            @Nullable Duration retryAfter,
            List<FieldError> errors,
            Map<String, String> headers) {
        this(failureClass, code, status, detail, retryAfter, errors, headers, Map.of());
    }

    /** The row as it stands. */
    public static Classification of(FailureClass failureClass) {
        return new Classification(
                failureClass,
                failureClass.code(),
                failureClass.status(),
                null,
                failureClass.retryAfter(),
                List.of(),
                Map.of());
    }

    /** Another code. */
    public Classification withCode(String newCode) {
        return new Classification(failureClass, newCode, status, detail, retryAfter, errors, headers, members);
    }

    /** Another status. */
    public Classification withStatus(int newStatus) {
        return new Classification(failureClass, code, newStatus, detail, retryAfter, errors, headers, members);
    }

    /** A sentence that the client may see. It must not repeat what the client sent. */
    public Classification withDetail(String newDetail) {
        return new Classification(failureClass, code, status, newDetail, retryAfter, errors, headers, members);
    }

    /** When to come back; sent as {@code Retry-After}, rounded up to whole seconds. */
    public Classification withRetryAfter(Duration wait) {
        return new Classification(failureClass, code, status, detail, wait, errors, headers, members);
    }

    /** The refused values. */
    public Classification withErrors(List<FieldError> newErrors) {
        return new Classification(failureClass, code, status, detail, retryAfter, newErrors, headers, members);
    }

    /** One more response header. */
    public Classification withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Classification(failureClass, code, status, detail, retryAfter, errors, more, members);
    }

    /** One more member of the body. */
    public Classification withMember(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Classification(failureClass, code, status, detail, retryAfter, errors, headers, more);
    }
}
