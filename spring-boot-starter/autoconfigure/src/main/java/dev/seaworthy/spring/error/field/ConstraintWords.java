// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.field;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.StringUtils;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;

/** What a Jakarta constraint wants, for machines. Loaded only where Jakarta Validation is. */
record ConstraintWords(ConstraintViolation<?> violation, String code, Map<String, Object> params) {

    private static final String VALUE = "value";

    static @Nullable ConstraintWords behind(ObjectError error) {
        return error.contains(ConstraintViolation.class) ? of(error.unwrap(ConstraintViolation.class)) : null;
    }

    static @Nullable ConstraintWords behind(ParameterValidationResult result, MessageSourceResolvable error) {
        try {
            return of(result.unwrap(error, ConstraintViolation.class));
        } catch (IllegalArgumentException anotherValidator) {
            return null;
        }
    }

    static ConstraintWords of(ConstraintViolation<?> violation) {
        ConstraintDescriptor<?> constraint = violation.getConstraintDescriptor();
        Class<? extends Annotation> type = constraint.getAnnotation().annotationType();
        Map<String, Object> params = new HashMap<>();
        constraint.getAttributes().forEach((name, value) -> {
            boolean plain = value instanceof Number || value instanceof String || value instanceof Boolean;
            if (plain && !"message".equals(name) && !Objects.equals(value, defaultOf(type, name))) {
                params.put(VALUE.equals(name) ? wanted(type) : name, value);
            }
        });
        return new ConstraintWords(violation, upperSnake(type.getSimpleName()), params);
    }

    /** {@code NotBlank} becomes {@code NOT_BLANK}; what does not fit a code becomes {@code INVALID}. */
    static String upperSnake(String camel) {
        String snake = camel.substring(camel.lastIndexOf('.') + 1)
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
        return snake.matches("[A-Z][A-Z0-9_]{0,61}[A-Z0-9]") ? snake : "INVALID";
    }

    private static @Nullable Object defaultOf(Class<? extends Annotation> type, String attribute) {
        return AnnotationUtils.getDefaultValue(type, attribute);
    }

    private static String wanted(Class<? extends Annotation> type) {
        String name = type.getSimpleName();
        return StringUtils.uncapitalize(name.startsWith("Decimal") ? name.substring("Decimal".length()) : name);
    }
}
