// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

import dev.seaworthy.core.json.JsonFault.Kind;

/**
 * How much JSON is read at most. Looked at before any JSON library sees the text, so that the limits are the same with
 * each of them. Immutable.
 *
 * @param maxLength characters, 1 or more
 * @param maxDepth objects and arrays within each other, 1 or more
 * @param maxTokens names, values, and beginnings of objects and arrays, 1 or more
 */
public record JsonLimits(int maxLength, int maxDepth, int maxTokens) {

    private static final JsonLimits DEFAULTS = new JsonLimits(4 * 1024 * 1024, 200, 500_000);

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if one of them is below 1
     */
    public JsonLimits {
        positive("maxLength", maxLength);
        positive("maxDepth", maxDepth);
        positive("maxTokens", maxTokens);
    }

    /** Generous ones, for text that we wrote ourselves. */
    public static JsonLimits withDefaults() {
        return DEFAULTS;
    }

    /**
     * Looks through the text once, in time linear in its length. Whether it is JSON at all is left to who reads it.
     *
     * @throws JsonReadException with {@link Kind#LIMIT_EXCEEDED} if there is more than this
     */
    public void check(String json) {
        if (json.length() > maxLength) {
            throw exceeded("longer than " + maxLength + " characters");
        }
        JsonScan scan = new JsonScan(json);
        while (scan.next()) {
            if (scan.depth() > maxDepth) {
                throw exceeded("nested deeper than " + maxDepth);
            }
            if (scan.tokens() > maxTokens) {
                throw exceeded("more than " + maxTokens + " tokens");
            }
        }
    }

    private static JsonReadException exceeded(String how) {
        return new JsonReadException(
                new JsonFault(Kind.LIMIT_EXCEEDED, "", ""),
                "JSON is " + how + "; send less, or raise the limit where it is set",
                null);
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    name + " must be 1 or more, got '" + value + "'; write for example 1000");
        }
    }
}
