// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document (RFC 8259) piece by piece, without spaces. Whatever the data are, what comes out is valid:
 *
 * <ul>
 *   <li>in strings, control characters (DEL and U+0080 to U+009F included), U+2028 and U+2029, bidi overrides and other
 *       invisible format characters are escaped, and a lone surrogate becomes U+FFFD;
 *   <li>NaN and the infinities are written as {@code null}: JSON has no such numbers, and an answer must not fail for a
 *       measurement.
 * </ul>
 *
 * <p>Calls in an impossible order are the caller's bug and throw {@link IllegalStateException}. Names are not checked for
 * duplicates. Not thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonWriter {

    /** Objects and arrays can be this deep in each other. */
    public static final int MAX_DEPTH = 64;

    /** One call of {@link #any} writes so many values at most. */
    public static final int MAX_VALUES = 10_000;

    private final StringBuilder out;
    // An array, because a log writes one document per event and pays for each object.
    private Place[] outer = new Place[4];
    private int depth;
    private Place place = Place.DOCUMENT;

    private enum Place {
        DOCUMENT,
        EMPTY_OBJECT,
        OBJECT,
        NAMED,
        EMPTY_ARRAY,
        ARRAY,
        END
    }

    /** Writes to a text of its own; {@link #toString()} has it. */
    public JsonWriter() {
        this(new StringBuilder(256));
    }

    /** Appends to {@code out}. */
    public JsonWriter(StringBuilder out) {
        this.out = out;
    }

    /** Opens an object. */
    public JsonWriter beginObject() {
        return open("{", Place.EMPTY_OBJECT);
    }

    /** Closes the innermost object. */
    public JsonWriter endObject() {
        return close('}', "object", place == Place.EMPTY_OBJECT || place == Place.OBJECT);
    }

    /** Opens an array. */
    public JsonWriter beginArray() {
        return open("[", Place.EMPTY_ARRAY);
    }

    /** Closes the innermost array. */
    public JsonWriter endArray() {
        return close(']', "array", place == Place.EMPTY_ARRAY || place == Place.ARRAY);
    }

    /** Writes the name of the next member of an object. */
    public JsonWriter name(String name) {
        beforeName(name);
        JsonText.string(out, name);
        out.append(':');
        return this;
    }

    /** Writes the name of the next member of an object. */
    public JsonWriter name(JsonName name) {
        beforeName(name.escaped);
        out.append(name.escaped);
        return this;
    }

    private void beforeName(String name) {
        if (place == Place.OBJECT) {
            out.append(',');
        } else if (place != Place.EMPTY_OBJECT) {
            throw misuse(
                    "JSON name stands where none can be",
                    name,
                    "call beginObject() first, then name and value in turn");
        }
        place = Place.NAMED;
    }

    /** Writes a string, or {@code null} for null. */
    public JsonWriter value(@Nullable String value) {
        if (value == null) {
            return nullValue();
        }
        before("string");
        JsonText.string(out, value);
        return this;
    }

    /** Writes a whole number. */
    public JsonWriter value(long value) {
        return literal(Long.toString(value));
    }

    /** Writes a number; {@code null} for NaN and the infinities. */
    public JsonWriter value(double value) {
        return literal(Double.isFinite(value) ? Double.toString(value) : "null");
    }

    /** Writes {@code true} or {@code false}. */
    public JsonWriter value(boolean value) {
        return literal(Boolean.toString(value));
    }

    /** Writes {@code null}. */
    public JsonWriter nullValue() {
        return literal("null");
    }

    /**
     * Writes whatever it is: null, {@link Boolean}, {@link Number}, {@link CharSequence}; {@link java.util.Map} as an
     * object, its keys by {@code toString}; {@link Iterable} and arrays of objects as an array; {@link java.util.Optional}
     * as what it holds; anything else as the string that its {@code toString} gives.
     *
     * <p>Bounded, so that data cannot blow up an answer: what lies too deep (cyclic data for instance) is written as the
     * string {@code (too deep)}, members and elements beyond the first {@value #MAX_VALUES} of the call are left
     * out, and what throws when asked for its text is written as {@code (unreadable)}.
     */
    public JsonWriter any(@Nullable Object value) {
        new JsonAny(this).write(value);
        return this;
    }

    /** What was written so far, that which stood in the {@code StringBuilder} before included. */
    @Override
    public String toString() {
        return out.toString();
    }

    boolean isFull() {
        return depth >= MAX_DEPTH;
    }

    JsonWriter literal(String json) {
        before(json);
        out.append(json);
        return this;
    }

    private JsonWriter open(String bracket, Place inside) {
        if (isFull()) {
            throw misuse(
                    "JSON is nested too deep", String.valueOf(MAX_DEPTH + 1), "nest " + MAX_DEPTH + " deep at most");
        }
        before(bracket);
        out.append(bracket);
        if (depth == outer.length) {
            outer = Arrays.copyOf(outer, 2 * depth);
        }
        outer[depth++] = place;
        place = inside;
        return this;
    }

    private JsonWriter close(char bracket, String what, boolean allowed) {
        if (!allowed) {
            throw misuse(
                    "JSON " + what + " cannot end here",
                    String.valueOf(bracket),
                    place == Place.NAMED
                            ? "write the value of the last name first"
                            : "end what was begun last, and nothing twice");
        }
        out.append(bracket);
        place = outer[--depth];
        return this;
    }

    private void before(String value) {
        switch (place) {
            case DOCUMENT -> place = Place.END;
            case NAMED -> place = Place.OBJECT;
            case EMPTY_ARRAY -> place = Place.ARRAY;
            case ARRAY -> out.append(',');
            case EMPTY_OBJECT, OBJECT ->
                throw misuse("JSON value in an object has no name", value, "call name(...) before it");
            case END -> throw misuse("JSON document is complete already", value, "write one value per document");
        }
    }

    private static IllegalStateException misuse(String wrong, String got, String advice) {
        return new IllegalStateException(wrong + ", got '" + got + "'; " + advice);
    }
}
