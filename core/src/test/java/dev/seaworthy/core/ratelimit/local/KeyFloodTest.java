// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.client.Addresses;
import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.ratelimit.Decision.Allowed;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.core.ratelimit.store.Buckets;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Inventing keys makes the limit of whoever does it tighter, and nobody else's looser. */
class KeyFloodTest {

    private static final int CAP = 1_000;

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final Telemetry telemetry = new Telemetry();
    private final Buckets buckets =
            new LocalStore(CAP, time, telemetry).open(Policy.of("orders", new Window(10, Duration.ofMinutes(1), 10)));

    @Test
    void tenTimesTheCapKeepsTheCap() {
        int most = 0;
        for (int i = 0; i < 10 * CAP; i++) {
            buckets.take(key("2001:db8:" + hex(i >> 16) + ':' + hex(i) + "::1"), 1);
            most = Math.max(most, buckets.tracked());
        }
        assertThat(most).isEqualTo(CAP);
        assertThat(telemetry.total("seaworthy.ratelimit.overflow", "policy", "orders"))
                .isEqualTo(9 * CAP);
    }

    @Test
    void floodDoesNotResetAClientThatHasUsedUpItsTokens() {
        LimitKey offender = key("198.51.100.7");
        buckets.take(offender, 10);

        for (int i = 0; i < 10 * CAP; i++) {
            buckets.take(key("2001:db8:" + hex(i >> 16) + ':' + hex(i) + "::1"), 1);
        }

        assertThat(buckets.take(offender, 1)).isInstanceOf(Refused.class);
    }

    @Test
    void floodersShareOneBucketWithTheirNeighbourhoodAndOthersDoNot() {
        for (int i = 0; i < 2 * CAP; i++) {
            buckets.take(key("2001:db8:" + hex(i >> 16) + ':' + hex(i) + "::1"), 1);
        }
        assertThat(buckets.take(key("2001:db8:ffff::1"), 1)).isInstanceOf(Refused.class);
        assertThat(buckets.take(key("203.0.113.9"), 1)).isInstanceOf(Allowed.class);
    }

    @Test
    void bucketsThatAreFullAgainMakeRoomForOthers() {
        for (int i = 0; i < CAP; i++) {
            buckets.take(key("2001:db8:0:" + hex(i) + "::1"), 1);
        }
        time.advance(Duration.ofMinutes(2));

        for (int i = 0; i < CAP; i++) {
            buckets.take(key("10." + (i >> 8) + '.' + (i & 255) + ".1"), 1);
        }

        assertThat(telemetry.total("seaworthy.ratelimit.overflow", "policy", "orders"))
                .isZero();
        assertThat(buckets.tracked()).isLessThanOrEqualTo(CAP);
    }

    @Test
    void forgettingNeverLosesATokenThatIsTakenAtTheSameTime() throws Exception {
        Buckets small = new LocalStore(4, time, telemetry).open(Policy.of("small", Window.of(100, Duration.ofDays(1))));
        LimitKey victim = key("198.51.100.7");
        AtomicInteger allowed = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int t = 0; t < 4; t++) {
            int thread = t;
            threads.execute(() -> {
                for (int i = 0; i < 5_000; i++) {
                    if (thread == 0) {
                        allowed.addAndGet(small.take(victim, 1) instanceof Allowed ? 1 : 0);
                    } else {
                        small.take(key("10." + thread + '.' + (i >> 8 & 255) + '.' + (i & 255)), 1);
                    }
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(allowed.get())
                .as("own bucket, or the neighbourhood's before there was room")
                .isLessThanOrEqualTo(200);
        assertThat(small.tracked()).isLessThanOrEqualTo(4);
    }

    private static LimitKey key(String address) {
        return LimitKey.of(Addresses.parse(address).orElseThrow(), Grouping.withDefaults());
    }

    private static String hex(int i) {
        return Integer.toHexString(i & 0xffff);
    }
}
