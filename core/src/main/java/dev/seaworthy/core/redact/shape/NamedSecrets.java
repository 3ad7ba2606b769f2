// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

import java.util.function.Predicate;

/** Values that a name before them gives away: {@code name=value}, {@code "name": "value"}, {@code <name>value</name>}. */
final class NamedSecrets {

    private static final int MAX_NAME = 64;
    private static final int MAX_GAP = 4;

    private final Predicate<String> secret;
    private final boolean anyName;

    /** {@code anyName} where names can be secret that the stems do not know. */
    NamedSecrets(Predicate<String> secret, boolean anyName) {
        this.secret = secret;
        this.anyName = anyName;
    }

    /** Where one of {@code : = >} stands. */
    long at(String text, int i) {
        if (text.charAt(i) == ':' && text.startsWith("//", i + 1)) {
            return UrlPasswords.at(text, i + 3);
        }
        int end = i;
        while (end > 0 && i - end < MAX_GAP && isAround(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < MAX_NAME && isName(text.charAt(start - 1))) {
            start--;
        }
        if (start == end || !(anyName || NameStems.in(text, start, end))) {
            return Span.NONE;
        }
        if (text.charAt(i) == '>' && (start == 0 || text.charAt(start - 1) != '<')) {
            return Span.NONE;
        }
        String name = text.substring(start, end);
        return secret.test(name) ? NamedValue.after(text, i, name) : Span.NONE;
    }

    private static boolean isAround(char c) {
        return c == ' ' || c == '"' || c == '\'' || c == '\\' || c == ']';
    }

    private static boolean isName(char c) {
        return Triggers.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
