// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

/** E-mail addresses as people have them; quoted local parts and address literals are not found. */
final class Emails {

    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 253;

    private Emails() {}

    /** Where an at sign stands. */
    static long at(String text, int i) {
        int start = i;
        while (start > 0 && i - start < MAX_LOCAL && isLocal(text.charAt(start - 1))) {
            start--;
        }
        int end = i + 1;
        int dots = 0;
        while (end < text.length() && end - i < MAX_DOMAIN && isDomain(text.charAt(end))) {
            dots += text.charAt(end) == '.' ? 1 : 0;
            end++;
        }
        while (end > i + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            dots -= text.charAt(end - 1) == '.' ? 1 : 0;
            end--;
        }
        return start < i && dots > 0 ? Span.of(start, end) : Span.NONE;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+-!#$&'*/?^`{|}~".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
