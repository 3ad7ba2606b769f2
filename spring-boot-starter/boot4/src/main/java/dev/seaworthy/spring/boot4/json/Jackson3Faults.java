// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.json;

import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonFault.Kind;
import dev.seaworthy.core.json.JsonPointer;
import dev.seaworthy.spring.json.JsonWords;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

final class Jackson3Faults {

    // Jackson has no types of their own for these.
    private static final Pattern VALUE_MISSING =
            Pattern.compile("(Missing|Missing required|Null value for) creator property|Cannot map `null` into type");
    private static final Pattern NOTHING_THERE = Pattern.compile("No content to map");

    private Jackson3Faults() {}

    static Optional<JsonFault> of(Throwable failure) {
        if (!(failure instanceof JacksonException json)
                || failure instanceof InvalidDefinitionException
                || json.processor() instanceof JsonGenerator) {
            return Optional.empty();
        }
        if (json instanceof StreamConstraintsException) {
            return Optional.of(new JsonFault(Kind.LIMIT_EXCEEDED, pointer(json), ""));
        }
        if (json instanceof InputCoercionException) {
            // A number that is too big for its place is JSON all the same.
            return Optional.of(new JsonFault(Kind.WRONG_TYPE, pointer(json), "integer"));
        }
        if (json instanceof StreamReadException) {
            return Optional.of(new JsonFault(Kind.MALFORMED, "", ""));
        }
        if (json instanceof UnrecognizedPropertyException) {
            return Optional.of(new JsonFault(Kind.UNKNOWN_PROPERTY, pointer(json), ""));
        }
        if (json instanceof MismatchedInputException mismatch) {
            return Optional.of(mismatch(mismatch));
        }
        return json instanceof ValueInstantiationException refused
                ? Optional.of(new JsonFault(
                        Kind.WRONG_TYPE,
                        pointer(refused),
                        JsonWords.expected(refused.getType().getRawClass())))
                : Optional.empty();
    }

    private static JsonFault mismatch(MismatchedInputException mismatch) {
        Class<?> target = mismatch.getTargetType();
        String expected = target == null ? "" : JsonWords.expected(target);
        if (mismatch instanceof InvalidNullException || says(mismatch, VALUE_MISSING)) {
            return new JsonFault(Kind.MISSING_VALUE, pointer(mismatch), expected);
        }
        return says(mismatch, NOTHING_THERE)
                ? new JsonFault(Kind.MALFORMED, "", "")
                : new JsonFault(Kind.WRONG_TYPE, pointer(mismatch), expected);
    }

    private static boolean says(MismatchedInputException mismatch, Pattern start) {
        String message = mismatch.getOriginalMessage();
        return message != null && start.matcher(message).lookingAt();
    }

    private static String pointer(JacksonException json) {
        JsonPointer pointer = JsonPointer.ROOT;
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() != null) {
                pointer = pointer.member(step.getPropertyName());
            } else if (step.getIndex() >= 0) {
                pointer = pointer.element(step.getIndex());
            }
        }
        return pointer.value();
    }
}
