// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.text;

import static dev.seaworthy.core.validation.Checked.accepts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.validation.Checked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    private static final String WOMAN_AND_ROCKET = "\ud83d\udc69\u200d\ud83d\ude80";

    record Note(@SafeText(max = 30) @Nullable String text) {}

    record Title(@SingleLine(max = 30) @Nullable String text) {}

    record Broken(@SafeText(min = 3, max = 2) String text) {}

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "Zo\u00eb, leave it at the door",
                "two\r\nlines\tand a tab",
                "\u4f60\u597d",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                WOMAN_AND_ROCKET,
                "\u2764\ufe0f",
                "no\u00a0break",
            })
    void textAsPeopleWriteItIsAccepted(String text) {
        assertThat(accepts(new Note(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice\u202Efdp.exe",
                "nul\u0000",
                "esc\u001b[2J",
                "next\u0085line",
                "line\u2028separator",
                "zero\u200bwidth",
                "pay\u200dpal",
                "\u200dstart",
                "end\u4f60\u200c",
                "\ufeffbom",
                "soft\u00adhyphen",
                "tag\udb40\udc41",
                "half\ud83d",
                "\ude80half",
                "not\uffffacharacter",
                "Zoe\u0308",
            })
    void whatIsInvisibleReversedOrNoCharacterIsRefused(String text) {
        assertThat(accepts(new Note(text))).isFalse();
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(accepts(new Note("\ud83d\ude80".repeat(30)))).isTrue();
        assertThat(accepts(new Note("\ud83d\ude80".repeat(31)))).isFalse();
        assertThat(accepts(new Note("x".repeat(31)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\r\nBcc: everybody", "a\tb", "a\nb", "a\u2029b"})
    void oneLineIsOneLine(String text) {
        assertThat(accepts(new Title(text))).isFalse();
        assertThat(accepts(new Title("leave it at the door"))).isTrue();
        assertThat(accepts(new Title("x".repeat(31)))).isFalse();
    }

    @Test
    void everyCodePointIsDecidedAndHalvesNeverPass() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            boolean safe = CodePoints.areSafe(Character.toString(codePoint), true);
            int type = Character.getType(codePoint);
            boolean mustNotPass = type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.CONTROL && "\n\r\t".indexOf(codePoint) < 0;
            if (mustNotPass) {
                assertThat(safe).as("U+%04X", codePoint).isFalse();
            }
            if (Character.isLetterOrDigit(codePoint) && !CodePoints.isUnsafe(codePoint)) {
                assertThat(safe).as("U+%04X", codePoint).isTrue();
            }
        }
    }

    @Test
    void aMessageSaysWhatToDoAndNeverRepeatsTheValue() {
        assertThat(Checked.message(new Note("s3cret\u202e")))
                .isEqualTo("must be text of 0 to 30 characters without control, invisible or text-reversing characters,"
                        + " in Unicode form NFC");
    }

    @Test
    void anImpossibleLengthIsRefusedInWords() {
        assertThatThrownBy(() -> accepts(new Broken("x")))
                .rootCause()
                .hasMessageContaining("@SafeText wants 0 <= min <= max, got 'min = 3, max = 2'");
    }
}
