// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.trace.SafeText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was thrown: there is an answer, and one event. */
class HostileThrowableTest {

    static List<Named<Throwable>> hostile() {
        Exception circle = new Exception("a");
        circle.initCause(new Exception("b", circle));
        Exception selfSuppressing = new Exception("c");
        Exception suppressed = new Exception("d", selfSuppressing);
        selfSuppressing.addSuppressed(suppressed);
        suppressed.addSuppressed(selfSuppressing);
        Exception deep = new Exception("root");
        for (int i = 0; i < 100_000; i++) {
            deep = new Exception("link", deep);
        }
        return List.of(
                Named.of("circle of causes", circle),
                Named.of("circle of suppressed ones", selfSuppressing),
                Named.of("endless causes", deep),
                Named.of("nothing can be read", new Wild()),
                Named.of("nothing can be read of the cause", new Exception("outer", new Wild())),
                Named.of("no message", new Exception((String) null)),
                Named.of("huge message", new Exception("x".repeat(10_000_000))),
                Named.of("huge message inside", new Exception(new Exception("y".repeat(10_000_000)))),
                Named.of("out of memory", new OutOfMemoryError("Java heap space")),
                Named.of("stack overflow", overflow()),
                Named.of("lone surrogate", new Exception("\ud800 lone \u0000 surrogate")));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isAnsweredAndLoggedOnce(Throwable failure) {
        try (CapturedLog log = CapturedLog.ofFailures();
                CapturedLog helpers = CapturedLog.ofHelpers()) {
            Problem problem = ErrorDesk.builder().build().report(failure, Locale.ENGLISH);

            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.toJson()).hasSizeLessThan(1_000);
            assertThat(log.only().getFormattedMessage())
                    .contains(problem.errorId())
                    .hasSizeLessThan(SafeText.MAX_MESSAGE + 100);
            assertThat(log.only().getThrowableProxy()).isNotNull();
            assertThat(helpers.events()).isEmpty();
        }
    }

    private static Throwable overflow() {
        try {
            return new IllegalStateException("no overflow after " + endless(0));
        } catch (StackOverflowError expected) {
            return expected;
        }
    }

    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    private static final class Wild extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public synchronized @Nullable Throwable getCause() {
            throw new IllegalStateException("no cause");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("no stack");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }
}
