// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonFault.Kind;
import dev.seaworthy.core.json.JsonPointer;
import dev.seaworthy.spring.json.JsonWords;
import java.util.Optional;
import java.util.regex.Pattern;

final class Jackson2Faults {

    // Jackson has no types of their own for these.
    private static final Pattern VALUE_MISSING =
            Pattern.compile("(Missing|Missing required|Null value for) creator property|Cannot map `null` into type");
    private static final Pattern NOTHING_THERE = Pattern.compile("No content to map");

    private Jackson2Faults() {}

    static Optional<JsonFault> of(Throwable failure) {
        if (failure instanceof StreamConstraintsException) {
            return Optional.of(new JsonFault(Kind.LIMIT_EXCEEDED, "", ""));
        }
        if (failure instanceof StreamReadException) {
            return Optional.of(unreadable(failure, ""));
        }
        if (!(failure instanceof JsonMappingException mapping)
                || failure instanceof InvalidDefinitionException
                || mapping.getProcessor() instanceof JsonGenerator) {
            return Optional.empty();
        }
        if (mapping.getCause() instanceof StreamConstraintsException) {
            return Optional.of(new JsonFault(Kind.LIMIT_EXCEEDED, pointer(mapping), ""));
        }
        if (mapping.getCause() instanceof StreamReadException unreadable) {
            return Optional.of(unreadable(unreadable, pointer(mapping)));
        }
        if (mapping instanceof UnrecognizedPropertyException) {
            return Optional.of(new JsonFault(Kind.UNKNOWN_PROPERTY, pointer(mapping), ""));
        }
        if (mapping instanceof MismatchedInputException mismatch) {
            return Optional.of(mismatch(mismatch));
        }
        return mapping instanceof ValueInstantiationException refused
                ? Optional.of(new JsonFault(
                        Kind.WRONG_TYPE,
                        pointer(refused),
                        JsonWords.expected(refused.getType().getRawClass())))
                : Optional.empty();
    }

    private static JsonFault unreadable(Throwable failure, String pointer) {
        // A number that is too big for its place is JSON all the same.
        return failure instanceof InputCoercionException
                ? new JsonFault(Kind.WRONG_TYPE, pointer, "integer")
                : new JsonFault(Kind.MALFORMED, "", "");
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

    private static String pointer(JsonMappingException mapping) {
        JsonPointer pointer = JsonPointer.ROOT;
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() != null) {
                pointer = pointer.member(step.getFieldName());
            } else if (step.getIndex() >= 0) {
                pointer = pointer.element(step.getIndex());
            }
        }
        return pointer.value();
    }
}
