// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void builtInIsReachedByFloodsOnly() {
        Window window = Policy.builtIn().windows().get(0);
        assertThat(window.limit()).isGreaterThanOrEqualTo(20);
        assertThat(window.per()).isEqualTo(Duration.ofSeconds(1));
        assertThat(window.burst()).isEqualTo(200);
        assertThat(Policy.builtIn().shadow()).isFalse();
    }

    @Test
    void saysWhatIsWrong() {
        says(
                () -> Policy.of("Orders!", Window.of(1, MINUTE)),
                "policy name must be lower-case letters, digits and -, got"
                        + " 'Orders!'; write for example orders-per-client");
        says(
                () -> Policy.of("orders"),
                "policy 'orders' must have 1 to 4 windows, got '0'; one for bursts and one for the day" + " are usual");
        says(
                () -> Window.of(0, MINUTE),
                "window limit and burst must be 1 or more, got '0' and '0'; to switch a policy off," + " leave it out");
        says(() -> Window.of(1, Duration.ZERO), "window length must be 1ms to 366d, got 'PT0S'; write for example 1m");
        says(
                () -> Window.of(50, Duration.ofDays(400)),
                "window length must be 1ms to 366d, got 'PT9600H'; write for example" + " 1m");
    }

    @Test
    void refusesWhatCanNeverLimit() {
        says(
                () -> Window.of(2_000_000, Duration.ofSeconds(1)),
                "window can never limit anything, got '2000000 per PT1S, burst"
                        + " 2000000'; write what one client may really do");
        says(
                () -> Policy.of("orders", Window.of(10, MINUTE), Window.of(1_000, MINUTE)),
                "policy 'orders' has a window that"
                        + " can never limit, got '1000 per 1m, burst 1000' beside '10 per 1m, burst 10'; leave it out, or give it a"
                        + " smaller limit or burst");
        assertThat(Policy.of("orders", Window.of(10, MINUTE), Window.of(1_000, Duration.ofDays(1)))
                        .windows())
                .hasSize(2);
    }

    @Test
    void nodesShareAPolicyAndNoneIsLeftWithNothing() {
        Policy orders = Policy.of("orders", new Window(20, MINUTE, 10), Window.of(1_000, Duration.ofDays(1)));
        assertThat(orders.sharedBy(1)).isEqualTo(orders);
        assertThat(orders.sharedBy(3).windows())
                .containsExactly(new Window(6, MINUTE, 3), new Window(333, Duration.ofDays(1), 333));
        assertThat(orders.sharedBy(100).windows())
                .containsExactly(new Window(20, MINUTE.multipliedBy(100), 1), new Window(10, Duration.ofDays(1), 10));
        for (int nodes = 1; nodes < 2_000; nodes++) {
            assertThat(orders.sharedBy(nodes).burst()).isPositive();
        }
    }

    @Test
    void windowsSayHowLongTheyTakeToFill() {
        assertThat(new Window(20, MINUTE, 10).refill()).isEqualTo(Duration.ofSeconds(30));
        assertThat(new Window(20, MINUTE, 10)).hasToString("20 per 1m, burst 10");
    }

    @Test
    void limitersAreFoundByNameAndNamedWhenMissing() {
        try (RateLimiters limiters =
                RateLimiters.builder().policy(Policy.builtIn()).build()) {
            assertThat(limiters.get("built-in").policy()).isEqualTo(Policy.builtIn());
            says(
                    () -> limiters.get("ordres"),
                    "rate limit policy does not exist, got 'ordres'; there are [built-in], declare"
                            + " it or correct the name");
        }
        says(
                () -> RateLimiters.builder().policy(Policy.builtIn()).policy(Policy.builtIn()),
                "rate limit policy must not be" + " declared twice, got 'built-in' again; rename one");
        RateLimitersBuilder many = RateLimiters.builder();
        for (int i = 0; i < RateLimitersBuilder.MAX_POLICIES; i++) {
            many.policy(Policy.of("p" + i, Window.of(1, MINUTE)));
        }
        says(
                () -> many.policy(Policy.of("more", Window.of(1, MINUTE))),
                "rate limit policies are too many, got '101'; at most" + " 100 are kept apart, let routes share one");
    }

    @Test
    void listsAreCopied() {
        List<Window> windows = new java.util.ArrayList<>(List.of(Window.of(1, MINUTE)));
        Policy policy = new Policy("orders", windows, false, Policy.StoreDown.ALLOW);
        windows.clear();
        assertThat(policy.windows()).hasSize(1);
    }

    private static void says(Runnable wrong, String message) {
        assertThatIllegalArgumentException().isThrownBy(wrong::run).withMessage(message);
    }
}
