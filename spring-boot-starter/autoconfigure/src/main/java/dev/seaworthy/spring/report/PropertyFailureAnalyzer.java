// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.report;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Says in one sentence what is wrong with a property of ours, and what to write instead. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PropertyFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final String OURS = "seaworthy.";
    private static final int MAX_DEPTH = 32;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException failure) {
        if (!failure.getName().toString().startsWith(OURS)) {
            return null;
        }
        String taught = taught(failure);
        return new FailureAnalysis(taught == null ? sentence(failure) : taught, action(failure.getProperty()), failure);
    }

    /** Our records say themselves what is wrong with a value that could be read. */
    private static @Nullable String taught(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < MAX_DEPTH; depth++, link = link.getCause()) {
            String message = link.getMessage();
            if (link instanceof IllegalArgumentException && message != null && message.startsWith(OURS)) {
                return message;
            }
        }
        return null;
    }

    private static String sentence(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        String got = property == null ? "" : ", got '" + property.getValue() + "'";
        return failure.getName() + " cannot be read" + got + "; write " + wanted(failure);
    }

    private static String wanted(BindException failure) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(
                failure.getTarget().getType().resolve(Object.class));
        if (type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == Duration.class) {
            return "a duration with its unit, for example 5s";
        }
        if (type == DataSize.class) {
            return "a size with its unit, for example 1MB";
        }
        if (type == URI.class) {
            return "an absolute URI, for example https://api.example.com";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type) || type.isArray()
                ? "a list or map as its description says"
                : "a value as its description says";
    }

    private static String action(@Nullable ConfigurationProperty property) {
        return property == null || property.getOrigin() == null
                ? "Correct the property, or leave it out for the default."
                : "Correct it at " + property.getOrigin() + ", or leave it out for the default.";
    }
}
