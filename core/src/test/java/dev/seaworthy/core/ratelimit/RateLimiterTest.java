// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.core.ratelimit.Decision.Allowed;
import dev.seaworthy.core.ratelimit.Decision.Reason;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.penalty.PenaltySettings;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final Policy ORDERS = Policy.of("orders", Window.of(3, Duration.ofMinutes(1)));

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final Telemetry telemetry = new Telemetry();
    private final LimitKey ada = LimitKey.of("principal", "ada", null);

    @Test
    void countsWhatItDecides() {
        RateLimiter limiter = limiter(ORDERS);
        for (int i = 0; i < 5; i++) {
            limiter.tryAcquire(ada);
        }
        assertThat(total("allowed")).isEqualTo(3);
        assertThat(total("refused")).isEqualTo(2);
        assertThat(total("would_refuse")).isZero();
    }

    @Test
    void shadowRefusesNobodyAndTellsWhomItWouldRefuse() {
        RateLimiter limiter = limiter(ORDERS.asShadow());
        for (int i = 0; i < 5; i++) {
            assertThat(limiter.tryAcquire(ada)).isInstanceOf(Allowed.class);
        }
        assertThat(((Allowed) limiter.tryAcquire(ada)).wouldRefuse()).isTrue();
        assertThat(total("would_refuse")).isEqualTo(3);
        assertThat(limiter.demand().offenders()).containsEntry(ada.fingerprint(), 3L);
    }

    @Test
    void shadowSuggestsALimitFromWhatClientsAskFor() {
        RateLimiter limiter = limiter(ORDERS.asShadow());
        for (int client = 0; client < 50; client++) {
            for (int i = 0; i < 20; i++) {
                limiter.tryAcquire(LimitKey.of("client", "c" + client, null));
            }
        }
        assertThat(limiter.demand().percentiles().suggestedLimit())
                .as("the window is not over")
                .isZero();
        time.advance(Duration.ofMinutes(1));

        assertThat(limiter.demand().percentiles().half()).isBetween(20L, 40L);
        assertThat(limiter.demand().percentiles().suggestedLimit()).isBetween(30L, 90L);
    }

    @Test
    void limitsChangeWhileTheyHold() {
        RateLimiter limiter = limiter(ORDERS);
        limiter.tryAcquire(ada, 3);
        limiter.change(ORDERS.withWindows(List.of(Window.of(30, Duration.ofMinutes(1)))));

        assertThat(limiter.tryAcquire(ada)).as("what is spent stays spent").isInstanceOf(Refused.class);
        time.advance(Duration.ofSeconds(2));
        assertThat(limiter.tryAcquire(ada)).as("more comes back from now on").isInstanceOf(Allowed.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limiter.change(Policy.of("others", Window.of(1, Duration.ofMinutes(1)))))
                .withMessage("policy cannot be renamed while it holds, got 'others' for 'orders'; declare a new one");
    }

    @Test
    void policyBecomesAShadowAndInEarnestAgain() {
        RateLimiter limiter = limiter(ORDERS);
        limiter.tryAcquire(ada, 3);
        limiter.change(ORDERS.asShadow());
        assertThat(limiter.tryAcquire(ada)).isInstanceOf(Allowed.class);
        limiter.change(ORDERS);
        assertThat(limiter.tryAcquire(ada)).isInstanceOf(Refused.class);
    }

    @Test
    void whoDoesNotListenIsShutOutEachTimeLonger() {
        RateLimiter limiter = RateLimiters.builder()
                .policy(ORDERS)
                .penalty(new PenaltySettings(3, Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5)))
                .time(time)
                .telemetry(telemetry)
                .build()
                .get("orders");

        assertThat(shutOut(limiter)).isEqualTo(Duration.ofMinutes(2));
        assertThat(limiter.tryAcquire(LimitKey.everybody())).as("somebody else").isInstanceOf(Allowed.class);
        time.advance(Duration.ofMinutes(2));
        assertThat(limiter.tryAcquire(ada)).isInstanceOf(Allowed.class);
        assertThat(shutOut(limiter)).isEqualTo(Duration.ofMinutes(4));
        time.advance(Duration.ofMinutes(4));
        assertThat(shutOut(limiter)).as("never longer than that").isEqualTo(Duration.ofMinutes(5));
        time.advance(Duration.ofMinutes(11));
        assertThat(shutOut(limiter)).as("quiet for long enough").isEqualTo(Duration.ofMinutes(2));
        assertThat(total("shut_out")).isEqualTo(4);
    }

    @Test
    void costMustBeSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limiter(ORDERS).tryAcquire(ada, 0))
                .withMessage("cost must be 1 or more, got '0'; do not ask for what costs nothing");
    }

    private Duration shutOut(RateLimiter limiter) {
        for (int i = 0; i < 10; i++) {
            if (limiter.tryAcquire(ada) instanceof Refused no && no.reason() == Reason.ABNORMAL_USAGE) {
                return no.retryAfter();
            }
        }
        throw new AssertionError("was not shut out");
    }

    private long total(String what) {
        return telemetry.total("seaworthy.ratelimit." + what, "policy", "orders");
    }

    private RateLimiter limiter(Policy policy) {
        return RateLimiters.builder()
                .policy(policy)
                .time(time)
                .telemetry(telemetry)
                .build()
                .get(policy.name());
    }
}
