// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

/** Walks over JSON text and counts. Text that is no JSON is walked over just the same. */
final class JsonScan {

    private final String json;
    private int at;
    private int depth;
    private int tokens;

    JsonScan(String json) {
        this.json = json;
    }

    /** Steps over the next token or delimiter; false at the end. */
    boolean next() {
        if (at >= json.length()) {
            return false;
        }
        char c = json.charAt(at++);
        switch (c) {
            case '{', '[' -> {
                depth++;
                tokens++;
            }
            case '}', ']' -> depth--;
            case '"' -> {
                tokens++;
                skipString();
            }
            default -> {
                if (!isBetween(c)) {
                    tokens++;
                    skipScalar();
                }
            }
        }
        return true;
    }

    int depth() {
        return depth;
    }

    int tokens() {
        return tokens;
    }

    private void skipString() {
        while (at < json.length()) {
            char c = json.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                return;
            }
        }
    }

    private void skipScalar() {
        while (at < json.length() && !isBetween(json.charAt(at)) && "{}[]\"".indexOf(json.charAt(at)) < 0) {
            at++;
        }
    }

    private static boolean isBetween(char c) {
        return c == ',' || c == ':' || c <= ' ';
    }
}
