// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact;

import org.jspecify.annotations.Nullable;

/**
 * Makes text fit to be seen: in a log line, a report, an error message. Thread-safe; never throws, whatever the text
 * does when it is read (only an {@link VirtualMachineError} of the machine itself, out of memory for example, passes).
 */
public final class Redact {

    /** Stands where a secret value would have been. Always the same, so that it does not even tell the length. */
    public static final String MASK = "***";

    /** Begins every further line of a {@link #block}. */
    public static final String CONTINUED = "    | ";

    private static final String UNREADABLE = "(unreadable)";

    private Redact() {}

    /**
     * One harmless line. Written as {@code \}{@code uXXXX} are: control characters (line breaks, U+0085 and ESC
     * included), U+2028 and U+2029, bidi overrides and isolates, zero-width and other invisible format characters,
     * noncharacters, and lone surrogates. Everything else, a backslash too, stays as it is: the line is for eyes, not to
     * be decoded. What is longer than {@code max} is cut and ends in {@code ...(+n)}, n being the characters left out; a
     * surrogate pair is never torn apart.
     *
     * @param text null gives {@code null}; a text that throws when read gives {@code (unreadable)}
     * @param max how many {@code char}s of the text are shown at most, before escaping; less than 1 counts as 1
     */
    public static String line(@Nullable CharSequence text, int max) {
        if (text == null) {
            return "null";
        }
        try {
            return harmless(text, Math.max(1, max), false);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError unreadable) {
            return UNREADABLE;
        }
    }

    /**
     * Whether the value of a property, header or field of this name must not be shown. Case and separators are ignored:
     * {@code apiKey}, {@code X-API-Key} and {@code API_KEY} are one name. In doubt a name is secret; names that speak
     * <em>about</em> a secret ({@code tokenCount}, {@code password-length}, {@code cookie.same-site}) are not.
     */
    public static boolean isSecretName(String name) {
        return SecretNames.contains(name);
    }

    /**
     * Harmless text that may keep its lines: as {@link #line}, but tabs stay, and every line after the first begins with
     * {@value #CONTINUED}, so that none can pass for an entry of its own in a log.
     *
     * @param text null gives {@code null}; a text that throws when read gives {@code (unreadable)}
     * @param max how many {@code char}s of the text are shown at most, before escaping; less than 1 counts as 1
     */
    public static String block(@Nullable CharSequence text, int max) {
        if (text == null) {
            return "null";
        }
        try {
            return harmless(text, Math.max(1, max), true);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError unreadable) {
            return UNREADABLE;
        }
    }

    private static String harmless(CharSequence text, int max, boolean lines) {
        int length = text.length();
        int end = Math.min(length, max);
        if (end < length && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end))) {
            end--;
        }
        if (end == length && isPlain(text, length)) {
            return text.toString();
        }
        StringBuilder line = new StringBuilder(end + 16);
        int at = 0;
        while (at < end) {
            int codePoint = Character.codePointAt(text, at);
            int chars = Character.charCount(codePoint);
            if (lines && codePoint == '\r' && at + 1 < end && text.charAt(at + 1) == '\n') {
                at++;
                continue;
            }
            if (lines && codePoint == '\n') {
                line.append('\n').append(CONTINUED);
            } else if (isHarmful(codePoint) && !(lines && codePoint == '\t')) {
                for (int i = 0; i < chars; i++) {
                    line.append(String.format("\\u%04x", (int) text.charAt(at + i)));
                }
            } else {
                line.appendCodePoint(codePoint);
            }
            at += chars;
        }
        return at < length
                ? line.append("...(+").append(length - at).append(')').toString()
                : line.toString();
    }

    private static boolean isPlain(CharSequence text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmful(int codePoint) {
        if (codePoint >= 0x20 && codePoint < 0x7f) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            // Tags and variation selectors of plane 14 hide whole texts; noncharacters break readers.
            default ->
                (codePoint >= 0xe0000 && codePoint <= 0xe0fff)
                        || (codePoint & 0xfffe) == 0xfffe
                        || (codePoint >= 0xfdd0 && codePoint <= 0xfdef);
        };
    }
}
