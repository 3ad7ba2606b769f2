// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

/** The name of a member, escaped once for all documents that have it. Immutable. */
public final class JsonName {

    final String escaped;

    private JsonName(String escaped) {
        this.escaped = escaped;
    }

    /** Any name. */
    public static JsonName of(String name) {
        StringBuilder escaped = new StringBuilder(name.length() + 3);
        JsonText.string(escaped, name);
        return new JsonName(escaped.append(':').toString());
    }
}
