// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.name;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which writing systems a text uses. */
final class Scripts {

    /** Written together, as UTS #39 has it for its restriction level "highly restrictive". */
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private Scripts() {}

    /** Whether one writing system is enough for the whole text. */
    static boolean areOne(CharSequence text) {
        Set<UnicodeScript> used = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints().mapToObj(UnicodeScript::of).forEach(used::add);
        used.remove(UnicodeScript.COMMON);
        used.remove(UnicodeScript.INHERITED);
        return used.size() <= 1 || TOGETHER.stream().anyMatch(system -> system.containsAll(used));
    }
}
