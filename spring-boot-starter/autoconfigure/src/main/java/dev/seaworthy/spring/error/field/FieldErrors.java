// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.field;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.FieldError.In;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonPointer;
import dev.seaworthy.spring.json.JsonWords;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindingResult;
import org.springframework.validation.method.MethodValidationResult;

/**
 * Reads refused values out of what the frameworks report. The lists are sorted and hold at most {@link
 * Classification#MAX_ERRORS}, so that the same request always gets the same answer. Thread-safe.
 */
public final class FieldErrors {

    private static final Comparator<FieldError> BY_PLACE = Comparator.comparing(FieldError::in)
            .thenComparing(FieldError::pointer)
            .thenComparing(FieldError::code)
            .thenComparing(FieldError::message);

    private final BindingErrors binding;
    private final Violations violations;

    /**
     * Reads names through the codec and texts through the message source.
     *
     * @param codec answers null where the app has no JSON library; the names are Java's then
     * @param beans where the validator is, which is asked again for texts in another language
     */
    public FieldErrors(Supplier<@Nullable JsonCodec> codec, MessageSource messages, BeanFactory beans) {
        PropertyNames names = new PropertyNames(codec);
        this.binding = new BindingErrors(names, messages, beans);
        this.violations = new Violations(names, beans);
    }

    /** A bean that was bound or validated as one argument. {@code parameter} says where it came from, null for a body. */
    public List<FieldError> of(BindingResult result, @Nullable MethodParameter parameter) {
        Object target = result.getTarget();
        return sorted(binding.read(
                result,
                ParameterPlace.of(parameter).in(),
                JsonPointer.ROOT,
                target == null ? null : target.getClass()));
    }

    /** Arguments of a handler that were validated one by one. */
    public List<FieldError> of(MethodValidationResult result) {
        return sorted(result.getParameterValidationResults().stream().flatMap(binding::read));
    }

    /** Violations that a validator reported by itself. {@code failure} is a {@code ConstraintViolationException}. */
    public List<FieldError> ofViolations(Throwable failure) {
        return sorted(violations.read(failure));
    }

    /** An argument that has the wrong type. */
    public static List<FieldError> wrongType(MethodParameter parameter, String name, @Nullable Class<?> wanted) {
        String expected = wanted == null ? "" : JsonWords.expected(wanted);
        return List.of(wrongType(
                ParameterPlace.of(parameter).in(),
                JsonPointer.ROOT.member(Names.clean(name)).value(),
                expected));
    }

    /** An argument that is missing. */
    public static List<FieldError> missing(In in, String name) {
        return List.of(required(in, JsonPointer.ROOT.member(Names.clean(name)).value()));
    }

    /** A parameter that is missing: from the query, or from the form. */
    public static List<FieldError> missingParameter(String name) {
        return missing(ParameterPlace.formOrQuery(), name);
    }

    // Messages are left blank: the desk has the words, in the client's language.

    static FieldError wrongType(In in, String pointer, String expected) {
        return new FieldError(in, pointer, "TYPE", "", expected.isEmpty() ? Map.of() : Map.of("expected", expected));
    }

    static FieldError required(In in, String pointer) {
        return new FieldError(in, pointer, "REQUIRED", "", Map.of());
    }

    private static List<FieldError> sorted(Stream<FieldError> errors) {
        return errors.distinct()
                .sorted(BY_PLACE)
                .limit(Classification.MAX_ERRORS)
                .toList();
    }
}
