// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.text;

import java.text.Normalizer;

/**
 * Which code points have no business in text that people type: they are invisible, reorder what is shown, or are not
 * characters at all. Decided from code points alone, never from the JDK's Unicode version.
 */
final class CodePoints {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int LATIN_END = 0x24F;
    private static final char FIRST_COMBINING = 0x300;

    private CodePoints() {}

    /** Whether the whole text is fit to be stored and shown. Allocates nothing. */
    static boolean areSafe(CharSequence text, boolean lines) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if (c < 0x7F) {
                if (c < ' ' && !(lines && isLineOrTab(c))) {
                    return false;
                }
            } else if (c >= 0xAD || c < 0xA0) {
                int codePoint = Character.codePointAt(text, at);
                if (isUnsafe(codePoint) || isLoneJoiner(text, at, codePoint)) {
                    return false;
                }
                at += Character.charCount(codePoint) - 1;
            }
        }
        return true;
    }

    /** Whether it is in normal form NFC. Allocates nothing below U+0300, where everything is. */
    static boolean areNormal(CharSequence text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST_COMBINING) {
                return Normalizer.isNormalized(text, Normalizer.Form.NFC);
            }
        }
        return true;
    }

    /** Control, format and separator characters, halves of pairs, tags, and what Unicode promises never to assign. */
    static boolean isUnsafe(int codePoint) {
        if (codePoint < 0x2000) {
            return isUnsafeBelow2000(codePoint);
        }
        if (codePoint <= 0x206F) {
            // zero width space; line and paragraph separators, embeddings and overrides; word joiner to nominal digits
            return codePoint == 0x200B || between(codePoint, 0x2028, 0x202E) || codePoint >= 0x2060;
        }
        return between(codePoint, 0xD800, 0xDFFF)
                || between(codePoint, 0xFDD0, 0xFDEF)
                || codePoint == 0xFEFF
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || between(codePoint, 0xFFF9, 0xFFFB)
                || (codePoint & 0xFFFE) == 0xFFFE
                || between(codePoint, 0xE0000, 0xE007F);
    }

    private static boolean isUnsafeBelow2000(int codePoint) {
        return codePoint < ' ' && !isLineOrTab(codePoint)
                || between(codePoint, 0x7F, 0x9F)
                || codePoint == 0xAD
                || codePoint == 0x34F
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x17B4
                || codePoint == 0x17B5
                || codePoint == 0x180E;
    }

    static boolean isLineOrTab(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }

    /**
     * The two joiners shape Arabic and Indic words and build emoji; anywhere else they only make two texts look the same.
     */
    private static boolean isLoneJoiner(CharSequence text, int at, int codePoint) {
        if (codePoint != ZERO_WIDTH_NON_JOINER && codePoint != ZERO_WIDTH_JOINER) {
            return false;
        }
        return at == 0
                || at + 1 >= text.length()
                || !canJoin(Character.codePointBefore(text, at))
                || !canJoin(Character.codePointAt(text, at + 1));
    }

    private static boolean canJoin(int codePoint) {
        return codePoint > LATIN_END
                && codePoint != ZERO_WIDTH_NON_JOINER
                && codePoint != ZERO_WIDTH_JOINER
                && !Character.isWhitespace(codePoint);
    }

    private static boolean between(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
