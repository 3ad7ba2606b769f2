// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

/** The prefilter: at these characters a secret may begin or be announced, everything else is passed over. */
final class Triggers {

    private static final boolean[] TABLE = new boolean[128];

    static {
        for (char c : ("0123456789:=>@e-" + KeyShapes.FIRST_CHARACTERS).toCharArray()) {
            TABLE[c] = true;
        }
    }

    private Triggers() {}

    static boolean at(char c) {
        return c < TABLE.length && TABLE[c];
    }

    static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The characters of tokens: base64, base64url, and what RFC 6750 allows. */
    static boolean isToken(char c) {
        return isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~' || c == '+' || c == '/' || c == '=';
    }
}
