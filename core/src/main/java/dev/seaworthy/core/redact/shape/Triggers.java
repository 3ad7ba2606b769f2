// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

/** The prefilter: at these characters a secret may begin or be announced, everything else is passed over. */
final class Triggers {

    private static final boolean[] FIRST = new boolean[128];

    static {
        for (char c : "0123456789:=>@ABbegnprswx-".toCharArray()) {
            FIRST[c] = true;
        }
    }

    private Triggers() {}

    /** Letters are frequent, so the next character has to fit as well. */
    static boolean at(String text, int i, char c) {
        if (c >= FIRST.length || !FIRST[c]) {
            return false;
        }
        if (c <= '@' && c != '-') {
            return true;
        }
        char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
        return switch (c) {
            case 'e' -> next == 'y';
            case 's', 'r' -> next == 'k';
            case 'n' -> next == 'p';
            case 'p' -> next == 'k' || next == 'y';
            case 'g' -> next == 'h' || next == 'i' || next == 'l';
            case 'x' -> next == 'o' || next == 'a';
            case 'w' -> next == 'h';
            case 'A' -> next == 'K' || next == 'S' || next == 'I';
            case '-' -> next == '-';
            default -> (next | 0x20) == 'e' || (next | 0x20) == 'a';
        };
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
