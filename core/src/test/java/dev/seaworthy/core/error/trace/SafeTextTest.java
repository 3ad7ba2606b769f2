// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void typeAndMessageStandInOneLine() {
        assertThat(SafeText.describe(new IllegalStateException("one\ntwo"), 100))
                .isEqualTo("java.lang.IllegalStateException: one\\u000atwo");
        assertThat(SafeText.describe(new IllegalStateException(), 100)).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void aHugeMessageIsCut() {
        assertThat(SafeText.describe(new Exception("x".repeat(10_000_000)), 100))
                .hasSizeLessThan(200);
    }

    @Test
    void aMessageThatThrowsIsSaidToBeUnreadable() {
        assertThat(SafeText.describe(new Wild(), 200))
                .endsWith("Wild: (its message cannot be read: java.lang.UnsupportedOperationException)");
    }

    @Test
    void aTameFailureIsPrintedItself() {
        Exception tame = new Exception("tame", new Exception());

        assertThat(SafeText.printable(CauseChain.of(tame))).isSameAs(tame);
    }

    @Test
    void aWildOneIsPrintedAsACopyWithItsTypesAndStacks() {
        Exception outer = new IllegalStateException("outer", new Wild());

        Throwable copy = SafeText.printable(CauseChain.of(outer));

        assertThat(copy).isNotSameAs(outer).hasMessage("java.lang.IllegalStateException: outer");
        assertThat(copy.getStackTrace()).isEqualTo(outer.getStackTrace());
        assertThat(copy.getCause()).hasMessageContaining("Wild: (its message cannot be read");
    }

    @Test
    void aHugeMessageAnywhereMakesACopy() {
        Exception outer = new Exception("outer", new Exception("x".repeat(10_000_000)));

        Throwable copy = SafeText.printable(CauseChain.of(outer));

        assertThat(copy.getCause().getMessage()).hasSizeLessThan(SafeText.MAX_MESSAGE + 100);
    }

    @Test
    void anEndlessChainIsPrintedAsAFiniteCopy() {
        Exception failure = new Exception("root");
        for (int i = 0; i < 100_000; i++) {
            failure = new Exception("link", failure);
        }

        Throwable copy = SafeText.printable(CauseChain.of(failure));

        int depth = 0;
        for (Throwable link = copy; link != null; link = link.getCause()) {
            depth++;
        }
        assertThat(depth).isEqualTo(CauseChain.MAX_LINKS);
    }

    private static final class Wild extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String getMessage() {
            throw new UnsupportedOperationException();
        }
    }
}
