// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactTest {

    @Test
    void plainTextStaysAsItIs() {
        assertThat(Redact.line("Grüße, 你好 😀 \\ ${jndi:x} %m {}", 100)).isEqualTo("Grüße, 你好 😀 \\ ${jndi:x} %m {}");
    }

    @Test
    void nullIsSaid() {
        assertThat(Redact.line(null, 10)).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                '\0', '\b', '\t', '\n', '\r', '\u001b', '\u007f', '\u0085', '\u009b', '\u00ad', '\u061c', '\u200b',
                '\u200e', '\u200f', '\u2028', '\u2029', '\u202a', '\u202e', '\u2060', '\u2066', '\u2069', '\ufeff',
                '\ud800', '\udfff', '\ufffe', '\uffff', '\ufdd0'
            })
    void harmfulCharactersAreWrittenOut(char c) {
        assertThat(Redact.line("a" + c + "b", 100)).isEqualTo(String.format("a\\u%04xb", (int) c));
    }

    @Test
    void invisiblePlane14TextIsWrittenOut() {
        assertThat(Redact.line("\udb40\udc41", 10)).isEqualTo("\\udb40\\udc41");
        assertThat(Redact.line("\udb40\udd00", 10)).isEqualTo("\\udb40\\udd00");
    }

    @Test
    void longTextIsCutAndSaysSo() {
        assertThat(Redact.line("abcdefgh", 8)).isEqualTo("abcdefgh");
        assertThat(Redact.line("abcdefghi", 8)).isEqualTo("abcdefgh...(+1)");
        assertThat(Redact.line("abc", 0)).isEqualTo("a...(+2)");
        assertThat(Redact.line("abc", Integer.MIN_VALUE)).isEqualTo("a...(+2)");
    }

    @Test
    void cutDoesNotTearSurrogatePairs() {
        assertThat(Redact.line("ab😀cd", 3)).isEqualTo("ab...(+4)");
        assertThat(Redact.line("😀cd", 1)).isEqualTo("...(+4)");
    }

    @Test
    void hugeTextIsNotReadToItsEnd() {
        assertThat(Redact.line(new EndlessText(), 3)).isEqualTo("xxx...(+" + (Integer.MAX_VALUE - 3) + ")");
    }

    @Test
    void textThatThrowsIsUnreadable() {
        assertThat(Redact.line(new ThrowingText(new IllegalStateException("no")), 10))
                .isEqualTo("(unreadable)");
        assertThat(Redact.line(new ThrowingText(new StackOverflowError()), 10)).isEqualTo("(unreadable)");
        assertThat(Redact.line(new ThrowingText(new AssertionError()), 10)).isEqualTo("(unreadable)");
    }

    @Test
    void anyTextBecomesOneHarmlessBoundedLine() {
        long seed = new Random().nextLong();
        System.out.println("RedactTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
            }
            int max = 1 + random.nextInt(40);
            String line = Redact.line(text, max);
            assertThat(line.length()).as("seed %s", seed).isLessThanOrEqualTo(max * 6 + 20);
            assertThat(line.codePoints().allMatch(RedactTest::isHarmless))
                    .as("seed %s, line '%s'", seed, line)
                    .isTrue();
        }
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static final class EndlessText implements CharSequence {
        @Override
        public int length() {
            return Integer.MAX_VALUE;
        }

        @Override
        public char charAt(int index) {
            if (index > 10) {
                throw new AssertionError("read too far");
            }
            return 'x';
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new UnsupportedOperationException();
        }
    }

    private record ThrowingText(Throwable failure) implements CharSequence {
        @Override
        public int length() {
            throw sneaky(failure);
        }

        @Override
        public char charAt(int index) {
            throw sneaky(failure);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw sneaky(failure);
        }

        @Override
        public String toString() {
            throw sneaky(failure);
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
            throw (T) failure;
        }
    }

    @Test
    void aBlockKeepsItsLinesAndMarksThemAsContinued() {
        assertThat(Redact.block("a\r\n2026 ERROR forged\n\tb\u001b[31m\rc", 100))
                .isEqualTo("a\n    | 2026 ERROR forged\n    | \tb\\u001b[31m\\u000dc");
        assertThat(Redact.block("abcdefghi", 8)).isEqualTo("abcdefgh...(+1)");
        assertThat(Redact.block(null, 8)).isEqualTo("null");
    }
}
