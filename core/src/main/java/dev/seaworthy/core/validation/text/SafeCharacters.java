// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.text;

/** The rule behind {@link SafeText}, for code that checks without annotations. Thread-safe; linear in the length. */
public final class SafeCharacters {

    private SafeCharacters() {}

    /** Whether it may stand on one line: see {@link SingleLine}. */
    public static boolean inOneLine(CharSequence text) {
        return CodePoints.areSafe(text, false) && CodePoints.areNormal(text);
    }
}
