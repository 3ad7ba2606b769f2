// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

import java.util.Locale;
import java.util.Set;

/** How far a value goes that a secret name announced. In doubt, further. */
final class NamedValue {

    private static final int MAX_GAP = 4;
    private static final String ENDS = " \t\r\n,;&)]}\"'<>|";
    private static final Set<String> SCHEMES =
            Set.of("bearer", "basic", "digest", "token", "negotiate", "apikey", "hmac", "aws4-hmac-sha256");

    private NamedValue() {}

    static long after(String text, int separator, String name) {
        if (text.charAt(separator) == '>') {
            int end = text.indexOf('<', separator);
            return Span.of(separator + 1, end < 0 ? text.length() : end);
        }
        int start = separator + 1;
        while (start < text.length() && start - separator <= MAX_GAP && " \t=>".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        if (start >= text.length()) {
            return Span.NONE;
        }
        char first = text.charAt(start);
        if (first == '\\' && start + 1 < text.length() && text.charAt(start + 1) == '"') {
            int end = text.indexOf("\\\"", start + 2);
            return Span.of(start + 2, end < 0 ? text.length() : end);
        }
        if (first == '"' || first == '\'') {
            return Span.of(start + 1, quoteEnd(text, start));
        }
        if (first == '[' || first == '{') {
            return Span.of(start + 1, bracketEnd(text, start));
        }
        int end = isHeader(name) && text.charAt(separator) == ':' ? lineEnd(text, start) : tokenEnd(text, start);
        return text.startsWith("null", start) && end == start + 4 ? Span.NONE : Span.of(start, end);
    }

    private static boolean isHeader(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("authorization") || lower.endsWith("cookie");
    }

    private static int tokenEnd(String text, int start) {
        int end = wordEnd(text, start);
        boolean scheme = end < text.length()
                && text.charAt(end) == ' '
                && end - start <= 16
                && SCHEMES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
        return scheme ? wordEnd(text, end + 1) : end;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int quoteEnd(String text, int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return text.length();
    }

    private static int bracketEnd(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
