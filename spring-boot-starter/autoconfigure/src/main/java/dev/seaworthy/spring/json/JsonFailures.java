// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.json;

import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonReadException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the codecs of all Jackson lines throw, in the same words. Thread-safe. */
public final class JsonFailures {

    private JsonFailures() {}

    /** The value could not be written. */
    public static IllegalArgumentException unwritable(Class<?> type, Exception failure) {
        return new IllegalArgumentException(
                "value cannot be written as JSON, got a '" + type.getName()
                        + "'; give it properties that the app's JSON library can see",
                failure);
    }

    /**
     * The text could not be read.
     *
     * @return a {@link JsonReadException} where the text is to blame, else an {@code IllegalArgumentException}
     */
    public static RuntimeException unread(Class<?> type, Optional<JsonFault> fault, Exception failure) {
        return fault.isPresent()
                ? new JsonReadException(fault.get(), message(type, fault.get()), failure)
                : new IllegalArgumentException(
                        "JSON cannot be read into a '" + type.getName()
                                + "'; give it a constructor or properties that the app's JSON library can use",
                        failure);
    }

    /**
     * The value, if there is one.
     *
     * @throws JsonReadException for null
     */
    public static <T> T present(@Nullable T value, Class<?> type) {
        if (value == null) {
            JsonFault missing = new JsonFault(JsonFault.Kind.MISSING_VALUE, "", JsonWords.expected(type));
            throw new JsonReadException(missing, message(type, missing), null);
        }
        return value;
    }

    private static String message(Class<?> type, JsonFault fault) {
        return "JSON is not a '" + type.getName() + "': " + fault.kind() + " at '" + fault.pointer()
                + "'; compare the text with the type";
    }
}
