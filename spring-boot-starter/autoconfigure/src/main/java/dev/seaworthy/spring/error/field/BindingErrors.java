// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.field;

import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.FieldError.In;
import dev.seaworthy.core.error.text.AnswerLanguage;
import dev.seaworthy.core.json.JsonPointer;
import dev.seaworthy.spring.json.JsonWords;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.ClassUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/** Reads Spring's own results, whether a Jakarta constraint stands behind them or not. */
final class BindingErrors {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[['\"]?([^\\]'\"]*)['\"]?]");
    private static final boolean JAKARTA =
            ClassUtils.isPresent("jakarta.validation.ConstraintViolation", BindingErrors.class.getClassLoader());

    private final PropertyNames names;
    private final MessageSource messages;
    private final BeanFactory beans;

    BindingErrors(PropertyNames names, MessageSource messages, BeanFactory beans) {
        this.names = names;
        this.messages = messages;
        this.beans = beans;
    }

    Stream<FieldError> read(Errors errors, In in, JsonPointer start, @Nullable Class<?> root) {
        return errors.getAllErrors().stream().map(error -> {
            PropertyNames.Walk walk = names.from(in, start, root);
            if (error instanceof org.springframework.validation.FieldError field) {
                walk(walk, field.getField());
                if (field.isBindingFailure()) {
                    return typeError(errors, field, in, walk.pointer());
                }
            }
            ConstraintWords words = JAKARTA ? ConstraintWords.behind(error) : null;
            return read(in, walk.pointer(), error, words);
        });
    }

    Stream<FieldError> read(ParameterValidationResult result) {
        ParameterPlace place = ParameterPlace.of(result.getMethodParameter());
        JsonPointer start = place.whole() ? JsonPointer.ROOT : JsonPointer.ROOT.member(Names.clean(place.name()));
        if (result.getContainerIndex() != null) {
            start = start.element(result.getContainerIndex());
        } else if (result.getContainerKey() != null) {
            start = start.member(Names.clean(result.getContainerKey().toString()));
        }
        if (result instanceof ParameterErrors bean) {
            Object argument = bean.getArgument();
            return read(bean, place.in(), start, argument == null ? null : argument.getClass());
        }
        String pointer = start.value();
        return result.getResolvableErrors().stream().map(error -> {
            ConstraintWords words = JAKARTA ? ConstraintWords.behind(result, error) : null;
            return read(place.in(), pointer, error, words);
        });
    }

    private FieldError read(In in, String pointer, MessageSourceResolvable error, @Nullable ConstraintWords words) {
        if (words == null) {
            String[] codes = error.getCodes();
            String code = codes == null || codes.length == 0 ? "INVALID" : codes[codes.length - 1];
            String said = messages.getMessage(error, language());
            return new FieldError(in, pointer, ConstraintWords.upperSnake(code), said, Map.of());
        }
        String instead = isWorded(error) ? null : new ConstraintTexts(beans).instead(words.violation());
        String said = instead == null ? messages.getMessage(error, language()) : instead;
        return new FieldError(in, pointer, words.code(), said, words.params());
    }

    private FieldError typeError(
            Errors errors, org.springframework.validation.FieldError field, In in, String pointer) {
        // Spring's default sentence repeats the value and names classes; only the app's own texts may be used.
        for (String code : field.getCodes() == null ? new String[0] : field.getCodes()) {
            String text = messages.getMessage(code, field.getArguments(), null, language());
            if (text != null) {
                return new FieldError(in, pointer, "TYPE", text, Map.of());
            }
        }
        Class<?> wanted = errors instanceof BindingResult result ? result.getFieldType(field.getField()) : null;
        return FieldErrors.wrongType(in, pointer, wanted == null ? "" : JsonWords.expected(wanted));
    }

    /** Whether the app has a text of its own. */
    private boolean isWorded(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return codes != null && Arrays.stream(codes).anyMatch(code -> isWorded(code, error.getArguments()));
    }

    private boolean isWorded(String code, Object @Nullable [] arguments) {
        String text = messages.getMessage(code, arguments, null, language());
        // A message source may be set to answer the code where it has no text.
        return text != null && !text.equals(code);
    }

    private static Locale language() {
        Locale answer = AnswerLanguage.current();
        return answer == null ? LocaleContextHolder.getLocale() : answer;
    }

    private static void walk(PropertyNames.Walk walk, String path) {
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            String inBrackets = step.group(2);
            if (inBrackets == null) {
                walk.property(step.group(1));
            } else if (inBrackets.matches("\\d{1,9}")) {
                walk.index(Integer.parseInt(inBrackets));
            } else if (!inBrackets.isEmpty()) {
                walk.key(inBrackets);
            } else {
                walk.element();
            }
        }
    }
}
