// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.telemetry.Telemetry;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CorrelationResolverTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final Telemetry telemetry = new Telemetry();
    private final CorrelationResolver untraced =
            new CorrelationResolver(CorrelationSettings.withDefaults(), telemetry, () -> null);

    @Test
    void theFirstAcceptedHeaderThatMatchesIsTheId() {
        Correlation both = resolve(
                Map.of("X-Correlation-Id", List.of("from-correlation"), "X-Request-Id", List.of("from-request")));
        assertThat(both.id().value()).isEqualTo("from-correlation");
        assertThat(resolve(Map.of("X-Request-Id", List.of("from-request"))).id().value())
                .isEqualTo("from-request");
        assertThat(telemetry.totals()).isEmpty();
    }

    @Test
    void aRefusedHeaderIsCountedAndTheNextOneAsked() {
        Correlation correlation = resolve(
                Map.of("X-Correlation-Id", List.of("<script>alert(1)"), "X-Request-Id", List.of("from-request")));
        assertThat(correlation.id().value()).isEqualTo("from-request");
        assertThat(telemetry.total("seaworthy.correlation.refused")).isEqualTo(1);
    }

    @Test
    void aRefusedValueReachesNothing() {
        Correlation correlation = resolve(Map.of("X-Correlation-Id", List.of("evil\u2028line")));
        assertThat(correlation.toString()).doesNotContain("evil");
        assertThat(correlation.id().value()).matches("[0-9a-f]{32}");
        assertThat(telemetry.total("seaworthy.correlation.refused")).isEqualTo(1);
    }

    @Test
    void aHeaderThatBrokeOffIsRefusedToo() {
        Correlation correlation = resolve(Map.of("X-Correlation-Id", Collections.singletonList(null)));

        assertThat(correlation.id().value()).matches("[0-9a-f]{32}");
        assertThat(telemetry.total("seaworthy.correlation.refused")).isOne();
    }

    @Test
    void twoValuesOfOneHeaderAreRefused() {
        Correlation correlation = resolve(Map.of("X-Correlation-Id", List.of("first-value", "second-value")));
        assertThat(correlation.id().value()).matches("[0-9a-f]{32}");
        assertThat(telemetry.total("seaworthy.correlation.refused")).isEqualTo(1);
    }

    @Test
    void onlyConfiguredHeadersAreAccepted() {
        CorrelationResolver own = new CorrelationResolver(
                new CorrelationSettings(List.of("X-Ours"), "X-Ours", Networks.none()), telemetry, () -> null);
        Map<String, List<String>> sent =
                Map.of("X-Correlation-Id", List.of("from-correlation"), "X-Ours", List.of("from-ours"));
        assertThat(own.resolve(name -> sent.getOrDefault(name, List.of()), false)
                        .id()
                        .value())
                .isEqualTo("from-ours");
    }

    @Test
    void withoutAHeaderTheTracersTraceIdIsTheIdAndTheTraceItsOwn() {
        CorrelationResolver traced =
                new CorrelationResolver(CorrelationSettings.withDefaults(), telemetry, () -> TRACE);
        assertThat(traced.resolve(name -> name.equals("traceparent") ? List.of(SAMPLED) : List.of(), true))
                .isEqualTo(new Correlation(new CorrelationId(TRACE), null, null));
        assertThat(traced.fresh().id().value()).isEqualTo(TRACE);
    }

    @Test
    void aTraceThatTheTracerDidNotContinueIsLinked() {
        CorrelationResolver traced = new CorrelationResolver(
                CorrelationSettings.withDefaults(), telemetry, () -> "0af7651916cd43dd8448eb211c80319c");
        assertThat(traced.resolve(headers(Map.of("traceparent", List.of(SAMPLED))), false))
                .isEqualTo(new Correlation(
                        new CorrelationId("0af7651916cd43dd8448eb211c80319c"), null, null, TRACE, false));
        for (List<String> invalid : List.of(List.of(SAMPLED, SAMPLED), List.of("00-xyz"))) {
            assertThat(traced.resolve(headers(Map.of("traceparent", invalid)), false)
                            .linkedTraceId())
                    .isNull();
        }
    }

    @Test
    void aTracersOddTraceIdIsNotUsed() {
        CorrelationResolver traced =
                new CorrelationResolver(CorrelationSettings.withDefaults(), telemetry, () -> "odd\nid");
        assertThat(traced.fresh().id().value()).matches("[0-9a-f]{32}");
        assertThat(traced.fresh().trace()).isNull();
    }

    @Test
    void aFailingTracerIsCountedAndDoneWithout() {
        CorrelationResolver failing = new CorrelationResolver(CorrelationSettings.withDefaults(), telemetry, () -> {
            throw new IllegalStateException("tracer down");
        });
        assertThat(failing.fresh().trace()).isNotNull();
        assertThat(telemetry.total("seaworthy.correlation.failed")).isEqualTo(1);
    }

    @Test
    void withoutAnythingTheIdIsThatOfOurNewTrace() {
        Correlation correlation = resolve(Map.of());
        TraceParent trace = correlation.trace();
        assertThat(trace).isNotNull();
        assertThat(correlation.id().value()).isEqualTo(trace.traceId());
        assertThat(trace.sampled()).isFalse();
        assertThat(trace.random()).isTrue();
        assertThat(correlation.linkedTraceId()).isNull();
    }

    @Test
    void aTrustedTraceIsContinuedInANewSpan() {
        Correlation correlation = untraced.resolve(
                headers(Map.of("traceparent", List.of(SAMPLED), "tracestate", List.of("rojo=1", " congo=2"))), true);
        TraceParent trace = correlation.trace();
        assertThat(trace).isNotNull();
        assertThat(trace.traceId()).isEqualTo(TRACE);
        assertThat(trace.spanId()).isNotEqualTo("00f067aa0ba902b7").matches("[0-9a-f]{16}");
        assertThat(trace.sampled()).isTrue();
        assertThat(correlation.id().value()).isEqualTo(TRACE);
        assertThat(correlation.traceState()).isEqualTo("rojo=1,congo=2");
        assertThat(correlation.linkedTraceId()).isNull();
        assertThat(telemetry.total("seaworthy.correlation.traceparent", "outcome", "continued"))
                .isEqualTo(1);
    }

    @Test
    void anUntrustedTraceIsRestartedAndOnlyLinked() {
        Correlation correlation = resolve(Map.of("traceparent", List.of(SAMPLED), "tracestate", List.of("rojo=1")));
        TraceParent trace = correlation.trace();
        assertThat(trace).isNotNull();
        assertThat(trace.traceId()).isNotEqualTo(TRACE);
        assertThat(trace.sampled()).isFalse();
        assertThat(correlation.traceState()).isNull();
        assertThat(correlation.linkedTraceId()).isEqualTo(TRACE);
        assertThat(correlation.id().value()).isEqualTo(trace.traceId());
        assertThat(telemetry.total("seaworthy.correlation.traceparent", "outcome", "restarted"))
                .isEqualTo(1);
    }

    @Test
    void anInvalidTraceIsNeitherContinuedNorLinkedAndItsStateNotRead() {
        for (List<String> invalid : List.of(List.of(SAMPLED, SAMPLED), List.of("00-xyz"), List.of(""))) {
            Correlation correlation =
                    untraced.resolve(headers(Map.of("traceparent", invalid, "tracestate", List.of("rojo=1"))), true);
            assertThat(correlation.linkedTraceId()).isNull();
            assertThat(correlation.traceState()).isNull();
            TraceParent trace = correlation.trace();
            assertThat(trace).isNotNull();
            assertThat(trace.traceId()).isNotEqualTo(TRACE);
        }
        assertThat(telemetry.total("seaworthy.correlation.traceparent", "outcome", "invalid"))
                .isEqualTo(3);
    }

    @Test
    void aBadTraceStateDoesNotHarmTheTrace() {
        Correlation correlation = untraced.resolve(
                headers(Map.of("traceparent", List.of(SAMPLED), "tracestate", List.of("a=1,a=2"))), true);
        assertThat(correlation.trace()).extracting(TraceParent::traceId).isEqualTo(TRACE);
        assertThat(correlation.traceState()).isNull();
    }

    @Test
    void theAcceptedIdAndTheTraceAreTwoThings() {
        Correlation correlation = untraced.resolve(
                headers(Map.of("X-Correlation-Id", List.of("my-own-id"), "traceparent", List.of(SAMPLED))), true);
        assertThat(correlation.id().value()).isEqualTo("my-own-id");
        assertThat(correlation.trace()).extracting(TraceParent::traceId).isEqualTo(TRACE);
    }

    @Test
    void idsDoNotRepeatAndAreNeverZero() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(untraced.fresh().id().value());
        }
        assertThat(ids).hasSize(10_000);
        RandomGenerator zeros = () -> 0L;
        assertThat(new CorrelationResolver(CorrelationSettings.withDefaults(), telemetry, () -> null, zeros)
                        .fresh()
                        .trace())
                .isEqualTo(new TraceParent("0".repeat(31) + "1", "0".repeat(15) + "1", false, true));
    }

    private Correlation resolve(Map<String, List<String>> sent) {
        return untraced.resolve(headers(sent), false);
    }

    private static Function<String, List<String>> headers(Map<String, List<String>> sent) {
        return name -> sent.getOrDefault(name, List.of());
    }
}
