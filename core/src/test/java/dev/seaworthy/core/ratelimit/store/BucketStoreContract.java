// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.Decision.Allowed;
import dev.seaworthy.core.ratelimit.Decision.Reason;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does. */
public abstract class BucketStoreContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    protected final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final LimitKey ada = LimitKey.of("test", UUID.randomUUID().toString(), null);
    private BucketStore store;

    protected abstract BucketStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void takesUntilTheBucketIsEmptyAndSaysWhatIsLeft() {
        Buckets buckets = store.open(policy(new Window(20, MINUTE, 3)));

        assertThat(remaining(buckets.take(ada, 1))).isEqualTo(2);
        assertThat(remaining(buckets.take(ada, 2))).isZero();
        Refused no = (Refused) buckets.take(ada, 1);

        assertThat(no.reason()).isEqualTo(Reason.QUOTA_EXCEEDED);
        assertThat(no.remaining()).isZero();
        assertThat(no.retryAfter().toMillis()).isCloseTo(3_000, within(5L));
        assertThat(no.reset().toMillis()).isCloseTo(9_000, within(5L));
    }

    @Test
    void tokensComeBackEvenly() {
        Buckets buckets = store.open(policy(new Window(20, MINUTE, 10)));
        buckets.take(ada, 10);

        time.advance(Duration.ofSeconds(3));
        assertThat(buckets.take(ada, 1)).isInstanceOf(Allowed.class);
        assertThat(buckets.take(ada, 1)).isInstanceOf(Refused.class);
        time.advance(Duration.ofSeconds(30));
        assertThat(remaining(buckets.take(ada, 1))).isEqualTo(9);
    }

    @Test
    void allWindowsAreTakenTogetherOrNone() {
        Buckets buckets =
                store.open(policy(new Window(10, Duration.ofSeconds(1), 10), Window.of(12, Duration.ofDays(1))));
        buckets.take(ada, 10);
        time.advance(Duration.ofSeconds(1));

        Decision tooMuchForTheDay = buckets.take(ada, 5);
        assertThat(tooMuchForTheDay).isInstanceOf(Refused.class);
        assertThat(tooMuchForTheDay.window()).isEqualTo(1);
        assertThat(buckets.take(ada, 2))
                .as("the refusal took nothing from either")
                .isInstanceOf(Allowed.class);
    }

    @Test
    void clientsAndPoliciesAreKeptApart() {
        Buckets orders = store.open(policy(Window.of(1, MINUTE)));
        Buckets logins = store.open(policy(Window.of(1, MINUTE)));
        LimitKey bob = LimitKey.of("test", "bob", null);

        assertThat(List.of(orders.take(ada, 1), orders.take(bob, 1), logins.take(ada, 1)))
                .hasOnlyElementsOfType(Allowed.class);
        assertThat(orders.take(ada, 1)).isInstanceOf(Refused.class);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgainAndNeverMore() throws Exception {
        Buckets buckets = store.open(policy(Window.of(2, Duration.ofDays(1))));
        buckets.take(ada, 2);
        buckets.giveBack(ada, 1);
        settle(buckets);
        assertThat(buckets.take(ada, 1)).isInstanceOf(Allowed.class);

        buckets.giveBack(ada, 50);
        settle(buckets);
        assertThat(buckets.take(ada, 3)).isInstanceOf(Refused.class);
        assertThat(buckets.take(ada, 2)).isInstanceOf(Allowed.class);
    }

    @Test
    void moreThanTheBucketHoldsIsRefusedForEverAndHarmsNobody() {
        Buckets buckets = store.open(policy(Window.of(2, MINUTE)));

        assertThat(buckets.take(ada, 3)).isInstanceOf(Refused.class);
        assertThat(buckets.take(ada, Long.MAX_VALUE / 2)).isInstanceOf(Refused.class);
        assertThat(remaining(buckets.take(ada, 1))).isEqualTo(1);
    }

    @Test
    void manyFirstRequestsOfOneKeyAtOnceGetExactlyTheBurst() throws Exception {
        Buckets buckets = store.open(policy(Window.of(10, Duration.ofDays(1))));
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Decision>> requests = IntStream.range(0, 64)
                    .mapToObj(i -> (Callable<Decision>) () -> buckets.take(ada, 1))
                    .toList();
            long allowed = 0;
            for (var answer : clients.invokeAll(requests)) {
                allowed += answer.get() instanceof Allowed ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(10);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void manyFirstRequestsOfManyKeysAtOnceAreAllServed() throws Exception {
        Buckets buckets = store.open(policy(Window.of(1, Duration.ofDays(1))));
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Decision>> requests = IntStream.range(0, 128)
                    .mapToObj(i ->
                            (Callable<Decision>) () -> buckets.take(LimitKey.of("many", ada.text() + i / 2, null), 1))
                    .toList();
            long allowed = 0;
            for (var answer : clients.invokeAll(requests)) {
                allowed += answer.get() instanceof Allowed ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(64);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void lowerLimitCountsWhatIsSpentAlready() {
        Policy generous = policy(Window.of(100, Duration.ofDays(1)));
        Buckets buckets = store.open(generous);
        buckets.take(ada, 80);

        buckets.change(generous.withWindows(List.of(Window.of(10, Duration.ofDays(1)))));

        long more = IntStream.range(0, 10)
                .filter(i -> buckets.take(ada, 1) instanceof Allowed)
                .count();
        assertThat(more).as("a fifth was left of 100, so a fifth is left of 10").isBetween(2L, 3L);
    }

    @Test
    void higherLimitForgivesNothingThatIsSpent() {
        Policy strict = policy(Window.of(10, Duration.ofDays(1)));
        Buckets buckets = store.open(strict);
        buckets.take(ada, 10);

        buckets.change(strict.withWindows(List.of(Window.of(1_000, Duration.ofDays(1)))));

        assertThat(buckets.take(ada, 1)).isInstanceOf(Refused.class);
        time.advance(Duration.ofHours(1));
        assertThat(buckets.take(ada, 30)).isInstanceOf(Allowed.class);
    }

    @Test
    void clockThatIsSetChangesNothing() {
        Buckets buckets = store.open(policy(Window.of(2, MINUTE)));
        buckets.take(ada, 2);

        time.jumpTo(Instant.parse("2036-01-01T00:00:00Z"));
        assertThat(buckets.take(ada, 1)).isInstanceOf(Refused.class);
        time.jumpTo(Instant.parse("2016-01-01T00:00:00Z"));
        time.advance(MINUTE);
        assertThat(buckets.take(ada, 2)).isInstanceOf(Allowed.class);
    }

    /** Until whatever was given back on another thread has arrived. */
    protected void settle(Buckets buckets) throws Exception {}

    private static Policy policy(Window... windows) {
        String name = "p"
                + UUID.randomUUID()
                        .toString()
                        .chars()
                        .filter(c -> c != '-')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        return Policy.of(name, windows);
    }

    private static long remaining(Decision decision) {
        assertThat(decision).isInstanceOf(Allowed.class);
        return decision.remaining();
    }
}
