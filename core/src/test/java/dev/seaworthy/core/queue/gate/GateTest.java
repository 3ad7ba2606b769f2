// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.queue.gate.Gates.GateSettings;
import dev.seaworthy.core.queue.memory.InMemoryTaskStore;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-24T12:00:00Z"));
    private final InMemoryTaskStore store = new InMemoryTaskStore(time);
    private final Gates a = gates("node-a");
    private final Gates b = gates("node-b");

    private Gates gates(String node) {
        return new Gates(
                store,
                Set.of("pay", "mail"),
                new GateSettings(node, Duration.ofSeconds(10), Duration.ofSeconds(30)),
                time,
                new Telemetry());
    }

    private void refresh() {
        a.refresh();
        b.refresh();
    }

    @Test
    void aBreakerThatOpensAnywhereClosesTheGateEverywhere() {
        a.of("pay").pause(WAIT, "breaker open");
        refresh();
        assertThat(a.of("pay").admit()).isEqualTo(Admission.CLOSED);
        assertThat(b.of("pay").admit()).isEqualTo(Admission.CLOSED);
        assertThat(b.of("mail").admit()).isEqualTo(Admission.OPEN);
        assertThat(b.of("pay").closedFor()).contains(WAIT);
    }

    @Test
    void aNodeAloneWithItsTroubleStopsOnlyItself() {
        b.of("pay").succeeded();
        refresh();
        AtomicInteger halfOpened = new AtomicInteger();
        a.of("pay").onHalfOpen(halfOpened::incrementAndGet);
        a.of("pay").pause(WAIT, "breaker open");
        refresh();
        assertThat(a.of("pay").admit()).isEqualTo(Admission.CLOSED);
        assertThat(b.of("pay").admit()).isEqualTo(Admission.OPEN);
        time.advance(WAIT);
        assertThat(halfOpened).hasValue(0);
        assertThat(a.of("pay").admit()).isEqualTo(Admission.OPEN);
        assertThat(halfOpened).as("its own breaker goes half-open").hasValue(1);
    }

    @Test
    void oneProbeDecidesForAllNodes() {
        AtomicInteger halfOpenAtB = new AtomicInteger();
        b.of("pay").onHalfOpen(halfOpenAtB::incrementAndGet);
        a.of("pay").pause(WAIT, "breaker open");
        refresh();
        time.advance(WAIT);
        assertThat(a.of("pay").admit()).isEqualTo(Admission.PROBE);
        assertThat(b.of("pay").admit()).isEqualTo(Admission.CLOSED);
        a.of("pay").probed(true);
        assertThat(a.of("pay").admit()).isEqualTo(Admission.OPEN);
        assertThat(halfOpenAtB).hasValue(0);
        refresh();
        assertThat(b.of("pay").admit()).isEqualTo(Admission.OPEN);
        assertThat(halfOpenAtB).hasValue(1);
    }

    @Test
    void theNodeThatFailedTheProbeLetsAnotherTry() {
        a.of("pay").pause(WAIT, "breaker open");
        refresh();
        time.advance(WAIT);
        assertThat(a.of("pay").admit()).isEqualTo(Admission.PROBE);
        a.of("pay").probed(false);
        refresh();
        assertThat(b.of("pay").admit()).isEqualTo(Admission.CLOSED);
        time.advance(WAIT);
        assertThat(a.of("pay").admit()).isEqualTo(Admission.CLOSED);
        assertThat(b.of("pay").admit()).isEqualTo(Admission.PROBE);
    }

    @Test
    void aloneItProbesAgainAfterItsTurnIsOver() {
        a.of("pay").pause(WAIT, "breaker open");
        time.advance(WAIT);
        assertThat(a.of("pay").admit()).isEqualTo(Admission.PROBE);
        a.of("pay").probed(false);
        time.advance(WAIT.plusSeconds(31));
        assertThat(a.of("pay").admit()).isEqualTo(Admission.PROBE);
    }

    @Test
    void anOperatorOpensWhatIsClosed() {
        a.of("pay").hold(Duration.ofHours(1), "incident 42");
        refresh();
        assertThat(b.of("pay").admit()).isEqualTo(Admission.CLOSED);
        b.of("pay").open();
        refresh();
        assertThat(a.of("pay").admit()).isEqualTo(Admission.OPEN);
        assertThat(b.of("pay").admit()).isEqualTo(Admission.OPEN);
        assertThat(b.of("pay").closedFor()).isEmpty();
    }

    @Test
    void aListenerThatThrowsDisturbsNobody() {
        AtomicInteger told = new AtomicInteger();
        a.of("pay").onHalfOpen(() -> {
            throw new IllegalStateException("broken");
        });
        a.of("pay").onHalfOpen(told::incrementAndGet);
        a.of("pay").pause(WAIT, "breaker open");
        a.of("pay").open();
        assertThat(told).hasValue(1);
    }

    @Test
    void tenTimesTooManyListenersAreRefused() {
        Gate gate = a.of("pay");
        for (int i = 0; i < 100; i++) {
            gate.onHalfOpen(() -> {});
        }
        for (int i = 0; i < 900; i++) {
            assertThatThrownBy(() -> gate.onHalfOpen(() -> {}))
                    .hasMessage("gate of queue pay must have at most 100 listeners, got one more; register one for each"
                            + " breaker, once");
        }
    }
}
