// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

/**
 * Payment card numbers: 13 to 19 digits, in one run or in groups parted by one blank or hyphen, with a network's prefix
 * and length, and the right check digit (ISO/IEC 7812).
 */
final class CardNumbers {

    private static final int MIN = 13;
    private static final int MAX = 19;
    private static final int MAX_TOKEN = 64;

    private CardNumbers() {}

    /** Where a digit stands that no digit precedes. */
    static long at(String text, int i) {
        if (i > 0 && Triggers.isDigit(text.charAt(i - 1))) {
            return Span.NONE;
        }
        long longest = Span.NONE;
        int digits = 0;
        int at = i;
        long number = 0;
        while (at < text.length() && digits < MAX) {
            char c = text.charAt(at);
            if (!Triggers.isDigit(c)) {
                break;
            }
            // 19 digits overflow nothing that is read again: only the first six and the check sum count.
            number = digits < 6 ? number * 10 + (c - '0') : number;
            digits++;
            at++;
            boolean groupEnds = at == text.length() || !Triggers.isDigit(text.charAt(at));
            if (groupEnds && digits >= MIN && isCard(text, i, at, digits, number) && !isHex(text, i, at)) {
                longest = Span.of(i, at);
            }
            if (groupEnds && at + 1 < text.length() && isSeparator(text.charAt(at))) {
                at++;
            }
        }
        return longest;
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-';
    }

    private static boolean isCard(String text, int from, int to, int digits, long firstSix) {
        return isNetwork((int) firstSix, digits) && hasCheckDigit(text, from, to);
    }

    private static boolean isNetwork(int firstSix, int digits) {
        int two = firstSix / 10_000;
        int four = firstSix / 100;
        return switch (two / 10) {
            case 4 -> digits == 13 || digits == 16 || digits == 19;
            case 5 -> two >= 51 && two <= 55 ? digits == 16 : two != 59;
            case 2 -> four >= 2200 && four <= 2720 && digits >= 16;
            case 3 -> two == 34 || two == 37 ? digits == 15 : two == 35 ? digits >= 16 : digits >= 14;
            case 6 -> true;
            default -> false;
        };
    }

    private static boolean hasCheckDigit(String text, int from, int to) {
        int sum = 0;
        boolean twice = false;
        for (int i = to - 1; i >= from; i--) {
            char c = text.charAt(i);
            if (!Triggers.isDigit(c)) {
                continue;
            }
            int digit = c - '0';
            if (twice) {
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            }
            sum += digit;
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    /** Whether the digits are a piece of a longer hexadecimal id: a trace id has a run of 13 digits now and then. */
    private static boolean isHex(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start > 0 && from - start < MAX_TOKEN && Triggers.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && end - to < MAX_TOKEN && Triggers.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        if (start == from && end == to) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 && (i < from || i >= to)) {
                return false;
            }
        }
        return true;
    }
}
