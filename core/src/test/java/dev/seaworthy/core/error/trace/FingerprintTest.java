// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final StackTraceElement PLACE = frame("com.example.Orders", "total", 10);
    private static final StackTraceElement CALLER = frame("com.example.OrderController", "create", 44);

    @Test
    void hasSixteenHexDigits() {
        assertThat(print(new Exception("x")).value()).matches("[0-9a-f]{16}");
    }

    @Test
    void theSameBugHasTheSamePrintEachTime() {
        assertThat(print(caught(this::bug))).isEqualTo(print(caught(this::bug)));
    }

    @Test
    void differentBugsHaveDifferentPrints() {
        List<Fingerprint> prints = List.of(
                print(caught(this::bug)),
                print(caught(this::anotherBug)),
                print(caught(this::bugOfAnotherType)),
                print(new CompletionException(caught(this::bug))),
                print(failure(PLACE, CALLER)),
                print(failure(CALLER, PLACE)),
                print(failure(PLACE)));

        assertThat(prints).doesNotHaveDuplicates();
    }

    @Test
    void messageAndLinePlayNoPart() {
        Exception moved = new IllegalStateException("order 4712");
        moved.setStackTrace(new StackTraceElement[] {frame("com.example.Orders", "total", 99), CALLER});

        assertThat(print(moved)).isEqualTo(print(failure(PLACE, CALLER)));
    }

    @Test
    void framesOfTheJdkOfProxiesAndOfContainersPlayNoPart() {
        Exception elsewhere = failure(
                frame("java.util.Objects", "requireNonNull", 233),
                PLACE,
                frame("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke", 103),
                frame("com.example.OrderController$$SpringCGLIB$$0", "create", -1),
                frame("com.example.OrderController$$Lambda/0x00007f1c2c0a1200", "apply", -1),
                frame("jdk.proxy2.$Proxy77", "create", -1),
                frame("com.example.Orders", "access$000", 3),
                CALLER,
                frame("org.springframework.web.servlet.DispatcherServlet", "doDispatch", 979),
                frame("org.apache.catalina.core.StandardHostValve", "invoke", 93));

        assertThat(print(elsewhere)).isEqualTo(print(failure(PLACE, CALLER)));
    }

    @Test
    void theCompilersNumbersPlayNoPart() {
        Exception before = failure(frame("com.example.Orders$1", "lambda$total$0", 1));
        Exception after = failure(frame("com.example.Orders$3", "lambda$total$12", 1));

        assertThat(print(after)).isEqualTo(print(before));
        assertThat(print(failure(frame("com.example.Orders$1", "lambda$price$0", 1))))
                .isNotEqualTo(print(before));
    }

    @Test
    void aCallThroughARealProxyIsTheSameBug() {
        @SuppressWarnings("unchecked")
        Supplier<String> proxy = (Supplier<String>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Supplier.class}, (self, method, args) -> bug());

        assertThat(print(caught(proxy::get)).value()).matches("[0-9a-f]{16}");
        assertThat(print(caught(proxy::get))).isEqualTo(print(caught(proxy::get)));
    }

    @Test
    void whereARecursionHitsTheEndPlaysNoPart() {
        Fingerprint shallow = print(caught(() -> even(0)));
        Fingerprint deep = print(caught(() -> odd(1)));

        assertThat(deep).isEqualTo(shallow);
        assertThat(print(caught(() -> forever(0)))).isNotEqualTo(shallow);
    }

    @Test
    void framesOfFrameworksCountWhenThereAreNoOthers() {
        Exception one = failure(frame("org.springframework.web.A", "a", 1), frame("java.lang.Thread", "run", 1));
        Exception two = failure(frame("org.springframework.web.B", "b", 1), frame("java.lang.Thread", "run", 1));

        assertThat(print(one)).isNotEqualTo(print(two));
    }

    @Test
    void aRootWithoutStackIsFoundByItsWrapper() {
        RuntimeException one = new RuntimeException(failure());
        one.setStackTrace(new StackTraceElement[] {PLACE});
        RuntimeException two = new RuntimeException(failure());
        two.setStackTrace(new StackTraceElement[] {CALLER});

        assertThat(print(one)).isNotEqualTo(print(two));
        assertThat(print(failure()).value()).hasSize(16);
    }

    @Test
    void hostileStacksHaveAPrintToo() {
        List<StackTraceElement> frames = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            frames.add(frame("com.example.C" + i, "m", i));
        }
        Exception huge = failure(frames.toArray(StackTraceElement[]::new));
        Exception wild = new Exception() {
            @Override
            public StackTraceElement[] getStackTrace() {
                throw new IllegalStateException();
            }
        };

        assertThat(print(huge).value()).hasSize(16);
        assertThat(print(wild).value()).hasSize(16);
    }

    private static Fingerprint print(Throwable failure) {
        return Fingerprint.of(CauseChain.of(failure));
    }

    private static Exception failure(StackTraceElement... frames) {
        Exception failure = new IllegalStateException("order " + Arrays.hashCode(frames));
        failure.setStackTrace(frames);
        return failure;
    }

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(type, method, "X.java", line);
    }

    private static Throwable caught(Supplier<?> bug) {
        try {
            bug.get();
        } catch (RuntimeException | StackOverflowError expected) {
            return expected;
        }
        throw new AssertionError("nothing was thrown");
    }

    private String bug() {
        throw new IllegalStateException("a");
    }

    private String anotherBug() {
        throw new IllegalStateException("a");
    }

    private String bugOfAnotherType() {
        throw new IllegalArgumentException("a");
    }

    private static int even(int n) {
        return odd(n + 1) + 1;
    }

    private static int odd(int n) {
        return even(n + 1) - 1;
    }

    private static int forever(int n) {
        return forever(n + 1) + 1;
    }
}
