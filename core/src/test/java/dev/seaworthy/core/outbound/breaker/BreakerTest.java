// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final long QUICK = 1_000_000;

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<BreakerState> heard = new ArrayList<>();

    @Test
    void tenCallsAreNeededAndHalfOfThemFailed() {
        Breaker breaker = breaker(BreakerSettings.withDefaults());
        fail(breaker, 5);
        succeed(breaker, 4);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        succeed(breaker, 1);
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThat(heard).containsExactly(BreakerState.OPEN);
        assertThat(breaker.admit(time.nanoTime())).isNull();
    }

    @Test
    void fewerFailuresThanTheRateDoNotOpenIt() {
        Breaker breaker = breaker(BreakerSettings.withDefaults());
        for (int i = 0; i < 50; i++) {
            succeed(breaker, 11);
            fail(breaker, 9);
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void slowCallsOpenItToo() {
        Breaker breaker = breaker(BreakerSettings.withDefaults());
        for (int i = 0; i < 10; i++) {
            breaker.succeeded(admitted(breaker), SLOW.toNanos());
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        Breaker quicker = breaker(BreakerSettings.withDefaults());
        for (int i = 0; i < 10; i++) {
            quicker.succeeded(admitted(quicker), SLOW.toNanos() - 1);
        }
        assertThat(quicker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void aWindowOfTimeForgets() {
        Breaker breaker = breaker(BreakerSettings.withDefaults().withWindow(10, Duration.ofSeconds(30)));
        fail(breaker, 9);
        time.advance(Duration.ofSeconds(31));
        fail(breaker, 9);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        fail(breaker, 1);
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void aClockSetBackOrForwardChangesNothing() {
        Breaker breaker = open(BreakerSettings.withDefaults());
        time.jumpTo(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(breaker.admit(time.nanoTime())).isNull();
        time.jumpTo(Instant.parse("2020-01-01T00:00:00Z"));
        time.advance(Duration.ofSeconds(5));
        assertThat(breaker.admit(time.nanoTime())).isNotNull();
    }

    @Test
    void whenTheOpenTimeIsOverAFewTryAndTheirSuccessClosesIt() {
        Breaker breaker = open(BreakerSettings.withDefaults());
        assertThat(breaker.shutForNanos(time.nanoTime()))
                .isEqualTo(Duration.ofSeconds(5).toNanos());
        time.advance(Duration.ofSeconds(5));
        assertThat(breaker.shutForNanos(time.nanoTime())).isZero();

        List<Period> probes = List.of(admitted(breaker), admitted(breaker), admitted(breaker));
        assertThat(breaker.admit(time.nanoTime())).isNull();
        probes.forEach(probe -> breaker.succeeded(probe, QUICK));
        assertThat(heard).containsExactly(BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.CLOSED);
        assertThat(breaker.admit(time.nanoTime())).isNotNull();
    }

    @Test
    void eachFailedProbingDoublesTheOpenTimeUpToItsBound() {
        Breaker breaker = open(BreakerSettings.withDefaults());
        for (int seconds : List.of(5, 10, 20, 40, 60, 60)) {
            assertThat(breaker.shutForNanos(time.nanoTime()))
                    .isEqualTo(Duration.ofSeconds(seconds).toNanos());
            time.advance(Duration.ofSeconds(seconds));
            fail(breaker, 3);
            assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        }
        time.advance(Duration.ofSeconds(60));
        succeed(breaker, 3);
        fail(breaker, 10);
        assertThat(breaker.shutForNanos(time.nanoTime()))
                .isEqualTo(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void neutralOutcomesGiveTheProbeBackAndCountNothing() {
        Breaker breaker = open(BreakerSettings.withDefaults());
        time.advance(Duration.ofSeconds(5));
        for (int i = 0; i < 100; i++) {
            breaker.neutral(admitted(breaker));
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
        succeed(breaker, 3);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void neutralOutcomesNeverOpenIt() {
        Breaker breaker = breaker(BreakerSettings.withDefaults());
        for (int i = 0; i < 100; i++) {
            breaker.neutral(admitted(breaker));
        }
        assertThat(breaker.figures().calls()).isZero();
    }

    @Test
    void stragglersOfAnEarlierPeriodAreNoProbes() {
        Breaker breaker = breaker(BreakerSettings.withDefaults());
        List<Period> stragglers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            stragglers.add(admitted(breaker));
        }
        fail(breaker, 10);
        time.advance(Duration.ofSeconds(5));
        Period probe = admitted(breaker);
        stragglers.forEach(straggler -> breaker.succeeded(straggler, QUICK));
        assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
        stragglers.forEach(breaker::neutral);
        breaker.succeeded(probe, QUICK);
        succeed(breaker, 2);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void aPauseRefusesUntilItIsOverAndIsBounded() {
        Breaker breaker = breaker(BreakerSettings.withDefaults());
        assertThat(breaker.pause(Duration.ofSeconds(2))).isTrue();
        assertThat(breaker.pause(Duration.ofSeconds(1))).isFalse();
        assertThat(breaker.admit(time.nanoTime())).isNull();
        time.advance(Duration.ofSeconds(2));
        assertThat(breaker.admit(time.nanoTime())).isNotNull();
        assertThat(breaker.pause(Duration.ZERO)).isFalse();

        breaker.pause(Duration.ofDays(365));
        time.advance(Duration.ofMinutes(1));
        assertThat(breaker.admit(time.nanoTime())).isNotNull();
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void aPersonMayForceItOpenAndGiveItBack() {
        Breaker breaker = breaker(BreakerSettings.withDefaults());
        breaker.mode(BreakerMode.FORCED_OPEN);
        assertThat(breaker.admit(time.nanoTime())).isNull();
        breaker.mode(BreakerMode.AUTOMATIC);
        assertThat(breaker.admit(time.nanoTime())).isNotNull();
    }

    @Test
    void disabledMeansThatNothingIsCounted() {
        Breaker breaker = open(BreakerSettings.withDefaults());
        breaker.mode(BreakerMode.DISABLED);
        fail(breaker, 100);
        assertThat(breaker.shutForNanos(time.nanoTime())).isZero();
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void inTheShadowEverythingGoesOutAndTheBreakerLearnsAllTheSame() {
        Breaker breaker = breaker(BreakerSettings.withDefaults());
        breaker.mode(BreakerMode.SHADOW);
        fail(breaker, 10);
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        fail(breaker, 10);
        time.advance(Duration.ofSeconds(5));
        succeed(breaker, 10);
        assertThat(heard).containsExactly(BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.CLOSED);
    }

    @Test
    void otherSettingsKeepAnOpenCircuitOpenUntilThen() {
        Breaker breaker = open(BreakerSettings.withDefaults());
        time.advance(Duration.ofSeconds(2));
        breaker.reconfigure(BreakerSettings.withDefaults().withRates(100, 100), SLOW);
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThat(breaker.shutForNanos(time.nanoTime()))
                .isEqualTo(Duration.ofSeconds(3).toNanos());
        time.advance(Duration.ofSeconds(3));
        succeed(breaker, 3);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void otherSettingsKeepProbesThatAreOut() {
        Breaker breaker = open(BreakerSettings.withDefaults());
        time.advance(Duration.ofSeconds(5));
        Period first = admitted(breaker);
        Period second = admitted(breaker);
        breaker.reconfigure(BreakerSettings.withDefaults().withProbes(2), SLOW);
        assertThat(breaker.admit(time.nanoTime())).isNull();
        breaker.succeeded(first, QUICK);
        breaker.succeeded(second, QUICK);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void otherSettingsStartTheWindowAnew() {
        Breaker breaker = breaker(BreakerSettings.withDefaults());
        fail(breaker, 9);
        Period underWay = admitted(breaker);
        breaker.reconfigure(BreakerSettings.withDefaults().withWindow(5, 5), SLOW);
        assertThat(breaker.figures().calls()).isZero();
        breaker.failed(underWay, QUICK);
        assertThat(breaker.figures().calls()).isOne();
        fail(breaker, 4);
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void replicasDoNotProbeTogether() {
        Breaker breaker = new Breaker(BreakerSettings.withDefaults(), SLOW, time, () -> Long.MAX_VALUE, this::hear);
        fail(breaker, 10);
        assertThat(breaker.shutForNanos(time.nanoTime()))
                .isBetween(
                        Duration.ofMillis(5_200).toNanos(),
                        Duration.ofMillis(5_500).toNanos());
    }

    private Breaker open(BreakerSettings settings) {
        Breaker breaker = breaker(settings);
        fail(breaker, 10);
        return breaker;
    }

    private Breaker breaker(BreakerSettings settings) {
        return new Breaker(settings, SLOW, time, () -> 0, this::hear);
    }

    private void hear(BreakerState state, long shutForNanos) {
        heard.add(state);
    }

    private Period admitted(Breaker breaker) {
        return Objects.requireNonNull(breaker.admit(time.nanoTime()));
    }

    private void fail(Breaker breaker, int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(admitted(breaker), QUICK);
        }
    }

    private void succeed(Breaker breaker, int times) {
        for (int i = 0; i < times; i++) {
            breaker.succeeded(admitted(breaker), QUICK);
        }
    }
}
