// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

/**
 * Builds JSON pointers as RFC 6901 writes them. Immutable.
 *
 * @param value the pointer, for example {@code /items/0/quantity}; the empty string is the whole document
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public record JsonPointer(String value) {

    /** The whole document. */
    public static final JsonPointer ROOT = new JsonPointer("");

    /** Descends to a member of an object; {@code ~} and {@code /} in its name are escaped. */
    public JsonPointer member(String name) {
        return new JsonPointer(value + '/' + name.replace("~", "~0").replace("/", "~1"));
    }

    /**
     * Descends to an element of an array.
     *
     * @throws IllegalArgumentException if {@code index} is negative
     */
    public JsonPointer element(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("index must not be negative, got '" + index + "'; count from 0");
        }
        return new JsonPointer(value + '/' + index);
    }

    @Override
    public String toString() {
        return value;
    }
}
