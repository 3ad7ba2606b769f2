// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

/** JSON web tokens, signed or encrypted: base64url of <code>{"</code>, then parts joined by dots. */
final class JwtSecrets {

    private static final String START = "eyJ";
    private static final int MIN_HEADER = 10;

    private final String text;
    // Where the run around the last candidate ends: a run is walked once, however often the start occurs in it.
    private int segmentEnd = -1;

    JwtSecrets(String text) {
        this.text = text;
    }

    long at(int i) {
        if (!text.startsWith(START, i)) {
            return Span.NONE;
        }
        if (i >= segmentEnd) {
            segmentEnd = end(i);
        }
        if (segmentEnd - i < MIN_HEADER || segmentEnd + 1 >= text.length() || text.charAt(segmentEnd) != '.') {
            return Span.NONE;
        }
        int at = segmentEnd;
        while (at < text.length() && (text.charAt(at) == '.' || isBase64Url(text.charAt(at)))) {
            at++;
        }
        while (text.charAt(at - 1) == '.') {
            at--;
        }
        return at > segmentEnd ? Span.of(i, at) : Span.NONE;
    }

    private int end(int from) {
        int at = from;
        while (at < text.length() && isBase64Url(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBase64Url(char c) {
        return Triggers.isLetterOrDigit(c) || c == '-' || c == '_' || c == '=';
    }
}
