// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

/** Keys that say themselves what they are: by a vendor's prefix, by the scheme before them, or by armour around them. */
final class KeyShapes {

    private static final String[] PREFIXES = {
        "AKIA",
        "ASIA",
        "AIza",
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        "github_pat_",
        "glpat-",
        "xoxb-",
        "xoxp-",
        "xoxa-",
        "xoxr-",
        "xoxs-",
        "xapp-",
        "sk_live_",
        "sk_test_",
        "rk_live_",
        "rk_test_",
        "pk_live_",
        "sk-",
        "whsec_",
        "npm_",
        "pypi-"
    };
    private static final int MIN_BEHIND_PREFIX = 16;
    private static final int MIN_CREDENTIALS = 8;
    private static final int SURELY_NO_WORD = 20;
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final int MAX_LABEL = 40;

    private KeyShapes() {}

    static long at(String text, int i) {
        char c = text.charAt(i);
        if (c == '-') {
            return block(text, i);
        }
        if (i > 0 && Triggers.isLetterOrDigit(text.charAt(i - 1))) {
            return Span.NONE;
        }
        return c == 'B' || c == 'b' ? credentials(text, i) : prefixed(text, i);
    }

    private static long prefixed(String text, int i) {
        for (String prefix : PREFIXES) {
            if (text.startsWith(prefix, i)) {
                int end = i + prefix.length();
                while (end < text.length() && isKey(text.charAt(end))) {
                    end++;
                }
                return end - i - prefix.length() >= MIN_BEHIND_PREFIX ? Span.of(i, end) : Span.NONE;
            }
        }
        return Span.NONE;
    }

    private static boolean isKey(char c) {
        return Triggers.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /** What stands behind {@code Bearer} or {@code Basic}, if it is no word of a sentence. */
    private static long credentials(String text, int i) {
        int scheme =
                text.regionMatches(true, i, "bearer ", 0, 7) ? 7 : text.regionMatches(true, i, "basic ", 0, 6) ? 6 : 0;
        if (scheme == 0) {
            return Span.NONE;
        }
        int start = i + scheme;
        while (start < text.length() && start < i + scheme + 4 && text.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        boolean word = true;
        while (end < text.length() && Triggers.isToken(text.charAt(end))) {
            char c = text.charAt(end);
            word &= (c >= 'a' && c <= 'z') || (end == start && c >= 'A' && c <= 'Z');
            end++;
        }
        int length = end - start;
        return length >= SURELY_NO_WORD || (length >= MIN_CREDENTIALS && !word) ? Span.of(start, end) : Span.NONE;
    }

    /** A private key in its armour, to the end of the text where the end is missing. */
    private static long block(String text, int i) {
        if (!text.startsWith(BEGIN, i)) {
            return Span.NONE;
        }
        int label = i + BEGIN.length();
        int dashes = text.indexOf("-----", label);
        if (dashes < 0
                || dashes - label > MAX_LABEL
                || !text.substring(label, dashes).contains(PRIVATE)) {
            return Span.NONE;
        }
        int start = dashes + 5;
        int end = text.indexOf(END, start);
        return Span.of(start, end < 0 ? text.length() : end);
    }
}
