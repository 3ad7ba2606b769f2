// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.outbound.breaker.BreakerSettings;
import dev.seaworthy.core.outbound.retry.RetrySettings;
import dev.seaworthy.core.report.Finding;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OutboundSettingsTest {

    private static final OutboundSettings DEFAULTS = OutboundSettings.withDefaults();
    private static final BreakerSettings BREAKER = BreakerSettings.withDefaults();
    private static final RetrySettings RETRY = RetrySettings.withDefaults();

    @Test
    void anAttemptGetsThreeTenthsUnlessSaidOtherwise() {
        assertThat(DEFAULTS.attemptTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(DEFAULTS.withTimeout(Duration.ofSeconds(3)).attemptTimeout()).isEqualTo(Duration.ofMillis(900));
        assertThat(DEFAULTS.withAttemptTimeout(Duration.ofSeconds(4)).attemptTimeout())
                .isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aCallIsSlowWhenItTakesAsLongAsAnAttemptMayUnlessSaidOtherwise() {
        assertThat(DEFAULTS.slowCall()).isEqualTo(Duration.ofSeconds(3));
        assertThat(DEFAULTS.withBreaker(BREAKER.withSlowCall(Duration.ofSeconds(1)))
                        .slowCall())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatCannotBeRightIsRefusedInWords() {
        refused(
                () -> DEFAULTS.withTimeout(Duration.ZERO),
                "outbound timeout is out of range, got '0ms'; write a time from 1ms to 60m");
        refused(
                () -> DEFAULTS.withAttemptTimeout(Duration.ofSeconds(11)),
                "outbound attempt-timeout is out of range, got '11s'; write a time from 300000ns to 10s");
        refused(
                () -> DEFAULTS.withMaxConcurrent(0),
                "outbound max-concurrent is out of range, got '0'; write a number from 1 to 100000");
        refused(
                () -> DEFAULTS.withIdempotencyHeader("a b"),
                "outbound idempotency-header must be an HTTP field name, got 'a b'; write for example Idempotency-Key");
        refused(
                () -> DEFAULTS.withRefusals(List.of(Refusal.of(402, "DECLINED"), Refusal.of(402, "BROKE"))),
                "outbound refusals must name each answered status once, got '[402, 402]'; keep one of those that are"
                        + " named twice");
        refused(
                () -> Refusal.of(500, "DECLINED"),
                "refusal answered status must be 400 to 499, got '500'; other statuses say nothing about business");
        refused(
                () -> BREAKER.withRates(0, 50),
                "outbound breaker.failure-rate is out of range, got '0'; write a number from 1 to 100");
        refused(
                () -> BREAKER.withOpenFor(Duration.ofSeconds(5), Duration.ofSeconds(4)),
                "outbound breaker.max-open-for is out of range, got '4s'; write a time from 5s to 60m");
        refused(
                () -> RETRY.withMaxAttempts(11),
                "outbound retry.max-attempts is out of range, got '11'; write a number from 1 to 10");
        refused(
                () -> RETRY.withBudget(101, 0),
                "outbound retry.budget-percent is out of range, got '101'; write a number from 0 to 100");
    }

    @Test
    void refusalsAreBounded() {
        List<Refusal> ten = IntStream.range(0, 1_000)
                .mapToObj(i -> Refusal.of(400 + i % 100, "DECLINED"))
                .toList();
        refused(
                () -> DEFAULTS.withRefusals(ten),
                "outbound number of refusals is out of range, got '1000'; write a number from 0 to 100");
    }

    @Test
    void theDefaultsLookRight() {
        assertThat(DoorWords.findings("stripe", DEFAULTS)).isEmpty();
        assertThat(DoorWords.findings("stripe", DEFAULTS.withTimeout(Duration.ofSeconds(3))))
                .isEmpty();
    }

    @Test
    void attemptsThatDoNotFitAreFound() {
        found(
                DEFAULTS.withAttemptTimeout(Duration.ofSeconds(4)),
                "service 'stripe' has 3 attempts of 4s in 10s: the last ones have no time left; shorten"
                        + " attempt-timeout, or allow fewer attempts");
        assertThat(DoorWords.findings(
                        "stripe",
                        DEFAULTS.withAttemptTimeout(Duration.ofSeconds(4)).withRetry(RetrySettings.never())))
                .isEmpty();
    }

    @Test
    void retriesThatNothingPaysForAreFound() {
        found(
                DEFAULTS.withRetry(RETRY.withBudget(0, 0)),
                "service 'stripe' has retries that no budget pays for: none happens; raise retry.budget-percent, or set"
                        + " retry.max-attempts to 1");
    }

    @Test
    void breakersThatDoNotTripAreFound() {
        found(
                DEFAULTS.withBreaker(BREAKER.withWindow(100, 20)),
                "service 'stripe' has a breaker that waits for 100 calls in a window of 20, which it takes for full;"
                        + " lower breaker.minimum-calls, or widen breaker.window-calls");
        found(
                DEFAULTS.withBreaker(BREAKER.withWindow(10, Duration.ofSeconds(5))),
                "service 'stripe' has a breaker whose window of 5s is shorter than a call may take: it forgets what it"
                        + " waits for; widen breaker.window-time to 10s or more");
        found(
                DEFAULTS.withMaxConcurrent(2).withBreaker(BREAKER.withWindow(50, Duration.ofSeconds(30))),
                "service 'stripe' has a breaker that can never trip: when calls hang for 3s, fewer than 50 fit into"
                        + " 30s; lower breaker.minimum-calls, or widen breaker.window-time");
        found(
                DEFAULTS.withBreaker(BREAKER.withRates(100, 50)),
                "service 'stripe' has a breaker that one success among the failures keeps closed; lower"
                        + " breaker.failure-rate");
    }

    @Test
    void timesThatMakeNoSenseAreFound() {
        found(
                DEFAULTS.withTimeout(Duration.ofMinutes(5)),
                "service 'stripe' may take 5m, longer than a caller waits; shorten timeout, or leave the work to a"
                        + " queue");
        found(
                DEFAULTS.withBreaker(BREAKER.withSlowCall(Duration.ofSeconds(4))),
                "service 'stripe' takes calls for slow after 4s, but stops them after 3s; name a shorter"
                        + " breaker.slow-call, or leave it out");
    }

    private static void found(OutboundSettings settings, String text) {
        assertThat(DoorWords.findings("stripe", settings))
                .extracting(Finding::text)
                .containsExactly(text);
    }

    private static void refused(ThrowingCallable settings, String message) {
        assertThatThrownBy(settings)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
