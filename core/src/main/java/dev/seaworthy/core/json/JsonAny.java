// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes plain data, never more than a fixed number of values. */
final class JsonAny {

    private static final Set<String> NOT_IN_JSON = Set.of("NaN", "Infinity", "-Infinity");

    private final JsonWriter json;
    private int left = JsonWriter.MAX_VALUES;

    JsonAny(JsonWriter json) {
        this.json = json;
    }

    void write(@Nullable Object value) {
        if (value == null) {
            json.nullValue();
        } else if (value instanceof Boolean truth) {
            json.value(truth);
        } else if (value instanceof String string) {
            json.value(string);
        } else if (value instanceof Integer || value instanceof Long) {
            json.value(((Number) value).longValue());
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null));
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Object[] array) {
            array(Arrays.asList(array));
        } else if (value instanceof Iterable<?> iterable && !(value instanceof Path)) {
            array(iterable);
        } else if (value instanceof Number number) {
            number(number);
        } else {
            json.value(text(value));
        }
    }

    private void object(Map<?, ?> map) {
        if (json.isFull()) {
            json.value("(too deep)");
            return;
        }
        json.beginObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (left-- <= 0) {
                break;
            }
            json.name(text(entry.getKey()));
            write(entry.getValue());
        }
        json.endObject();
    }

    private void array(Iterable<?> elements) {
        if (json.isFull()) {
            json.value("(too deep)");
            return;
        }
        json.beginArray();
        for (Object element : elements) {
            if (left-- <= 0) {
                break;
            }
            write(element);
        }
        json.endArray();
    }

    private void number(Number number) {
        String text = text(number);
        if (JsonText.isNumber(text)) {
            json.literal(text);
        } else if (NOT_IN_JSON.contains(text)) {
            json.nullValue();
        } else {
            json.value(text);
        }
    }

    private static String text(@Nullable Object value) {
        try {
            String text = String.valueOf(value);
            // A toString may answer null, and then so does valueOf.
            return text == null ? "null" : text;
        } catch (RuntimeException | StackOverflowError unreadable) {
            return "(unreadable)";
        }
    }
}
