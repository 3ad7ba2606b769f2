// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class CorrelationScopeTest {

    private static final TraceParent TRACE =
            new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
    private static final Correlation FIRST = new Correlation(new CorrelationId("first-request"), TRACE, null);
    private static final Correlation SECOND = new Correlation(
            new CorrelationId("second-request"),
            TRACE.withSpan("1111111111111111"),
            null,
            "0af7651916cd43dd8448eb211c80319c",
            false);

    @AfterEach
    void nothingIsLeft() {
        assertThat(Correlation.current()).isNull();
    }

    @Test
    void openPutsTheIdsIntoTheMdc() {
        try (CorrelationScope scope = SECOND.open()) {
            assertThat(scope).isNotNull();
            assertThat(Correlation.current()).isSameAs(SECOND);
            assertThat(MDC.getCopyOfContextMap())
                    .isEqualTo(Map.of(
                            "correlationId", "second-request",
                            "traceId", "4bf92f3577b34da6a3ce929d0e0e4736",
                            "spanId", "1111111111111111",
                            "linkedTraceId", "0af7651916cd43dd8448eb211c80319c"));
        }
    }

    @Test
    void closeBringsBackExactlyTheMdcThatWasThere() {
        MDC.put("outer", "kept");
        MDC.put("correlationId", "somebody else's");
        Map<String, String> before = MDC.getCopyOfContextMap();
        try (CorrelationScope scope = FIRST.open()) {
            assertThat(MDC.get("outer")).isEqualTo("kept");
            MDC.put("outer", "changed");
            MDC.put("forgotten", "by the app");
            MDC.remove("spanId");
        }
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(before);
        MDC.remove("outer");
        MDC.remove("correlationId");
    }

    @Test
    void scopesNest() {
        try (CorrelationScope outer = SECOND.open()) {
            try (CorrelationScope inner = FIRST.open()) {
                assertThat(Correlation.current()).isSameAs(FIRST);
                assertThat(MDC.get("spanId")).isEqualTo("00f067aa0ba902b7");
                assertThat(MDC.get("linkedTraceId")).isNull();
            }
            assertThat(Correlation.current()).isSameAs(SECOND);
            assertThat(MDC.get("spanId")).isEqualTo("1111111111111111");
            assertThat(MDC.get("linkedTraceId")).isNotNull();
        }
    }

    @Test
    void aTracersIdsAreNotReplaced() {
        MDC.put("traceId", "of the tracer");
        MDC.put("spanId", "its span");
        try (CorrelationScope scope = FIRST.open()) {
            assertThat(MDC.get("traceId")).isEqualTo("of the tracer");
            assertThat(MDC.get("spanId")).isEqualTo("its span");
        }
        MDC.remove("traceId");
        MDC.remove("spanId");
    }

    @Test
    void closingTheOuterScopeEndsTheForgottenInnerOne() {
        CorrelationScope outer = FIRST.open();
        CorrelationScope forgotten = SECOND.open();
        outer.close();
        assertThat(Correlation.current()).isNull();
        assertThat(MDC.get("correlationId")).isNull();
        try (CorrelationScope next = FIRST.open()) {
            forgotten.close();
            assertThat(Correlation.current()).isSameAs(FIRST);
            assertThat(MDC.get("correlationId")).isEqualTo("first-request");
        }
    }

    @Test
    void closingTwiceDoesNothing() {
        try (CorrelationScope outer = FIRST.open()) {
            CorrelationScope inner = SECOND.open();
            inner.close();
            inner.close();
            assertThat(Correlation.current()).isSameAs(FIRST);
        }
    }

    @Test
    void closingOnAnotherThreadTouchesNeither() throws Exception {
        try (CorrelationScope scope = FIRST.open()) {
            Thread other = new Thread(() -> {
                try (CorrelationScope own = SECOND.open()) {
                    scope.close();
                    assertThat(Correlation.current()).isSameAs(SECOND);
                }
            });
            Throwable[] failure = new Throwable[1];
            other.setUncaughtExceptionHandler((thread, thrown) -> failure[0] = thrown);
            other.start();
            other.join();
            assertThat(failure[0]).isNull();
            assertThat(Correlation.current()).isSameAs(FIRST);
            assertThat(MDC.get("correlationId")).isEqualTo("first-request");
        }
    }

    @Test
    void nothingThatCouldForgeAHeaderGetsIn() {
        CorrelationId id = new CorrelationId("12345678");
        assertThatThrownBy(() -> new Correlation(id, TRACE, "a=b\r\nSet-Cookie: x"))
                .hasMessage("correlation trace state must be a W3C tracestate beside a trace that is handed on, got 18"
                        + " characters; leave it null");
        assertThatThrownBy(() -> new Correlation(id, null, "a=b"))
                .hasMessage("correlation trace state must be a W3C tracestate beside a trace that is handed on, got 3"
                        + " characters; leave it null");
        assertThatThrownBy(() -> new Correlation(id, TRACE, "a=b", null, false))
                .hasMessage("correlation trace state must be a W3C tracestate beside a trace that is handed on, got 3"
                        + " characters; leave it null");
        assertThatThrownBy(() -> new Correlation(id, TRACE, null, "<script>", true))
                .hasMessage("correlation linked trace id must be 32 lower-case hex digits, got 8 characters;"
                        + " leave it null");
    }

    @Test
    void aTraceThatIsNotThereCannotBeHandedOn() {
        CorrelationId id = new CorrelationId("12345678");
        assertThatThrownBy(() -> new Correlation(id, null, null, null, true))
                .hasMessage("correlation trace to hand on must be there, got 'null'; hand none on");
    }
}
