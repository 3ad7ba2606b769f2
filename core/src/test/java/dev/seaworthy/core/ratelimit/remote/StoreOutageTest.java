// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.Decision.Allowed;
import dev.seaworthy.core.ratelimit.Decision.Reason;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.Policy.StoreDown;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.ratelimit.store.Buckets;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import io.github.bucket4j.BucketExceptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;

/** A store that is absent, slow, dying, or out of its mind, and real ones at that. */
class StoreOutageTest {

    private static final StoreSettings PATIENT = new StoreSettings(Duration.ofSeconds(1), 2, 1);

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final Telemetry telemetry = new Telemetry();
    private final LimitKey ada = LimitKey.of("test", UUID.randomUUID().toString(), null);
    private RealRedis redis;

    @BeforeEach
    void start() throws IOException {
        redis = RealRedis.start();
    }

    @AfterEach
    void stop() throws IOException {
        redis.stop();
    }

    @Test
    void appStartsWithoutItsStoreAndEachPolicyGoesOnByItsRule() throws IOException {
        int nobody = RealRedis.freePort();
        try (BucketStore store = RedisStore.open("redis://127.0.0.1:" + nobody, PATIENT, time, telemetry)) {
            assertThat(decisions(store, StoreDown.ALLOW, 5)).isEqualTo("allowed 5");
            assertThat(decisions(store, StoreDown.DENY, 5)).isEqualTo("REDUCED_CAPACITY 5");
            assertThat(decisions(store, StoreDown.LOCAL_SHARE, 5)).isEqualTo("allowed 3, QUOTA_EXCEEDED 2");
            assertThat(store.description()).endsWith("does not answer now");
        }
    }

    @Test
    void nodesShareTheLimitWhileTheStoreIsDown() throws IOException {
        StoreSettings three = new StoreSettings(Duration.ofSeconds(1), 2, 3);
        int nobody = RealRedis.freePort();
        try (BucketStore store = RedisStore.open("redis://127.0.0.1:" + nobody, three, time, telemetry)) {
            assertThat(decisions(store, StoreDown.LOCAL_SHARE, 5)).isEqualTo("allowed 1, QUOTA_EXCEEDED 4");
        }
    }

    @Test
    void outageIsHiddenFromRequestsAndEndsByItself() throws Exception {
        try (BucketStore store = RedisStore.open(redis.uri(), PATIENT, time, telemetry)) {
            Buckets buckets = store.open(policy(StoreDown.ALLOW));
            buckets.take(ada, 3);
            assertThat(buckets.take(ada, 1)).isInstanceOf(Refused.class);

            redis.stop();
            Awaitility.await()
                    .until(() ->
                            buckets.take(LimitKey.of("new", UUID.randomUUID().toString(), null), 1) instanceof Allowed
                                    && telemetry.totals().keySet().stream()
                                            .anyMatch(name -> name.contains("store_failed")));
            assertThat(buckets.take(ada, 1)).as("by rule").isInstanceOf(Allowed.class);

            redis = RealRedis.startAt(redis.port());
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                time.advance(StoreHealth.LONGEST_PAUSE);
                buckets.take(ada, 1);
                return !store.description().endsWith("does not answer now");
            });
        }
    }

    @Test
    void storeThatNeverAnswersCostsTheDeadlineOnceAndThenNothing() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread accepting = accept(silent, connections, "");
            StoreSettings hasty = new StoreSettings(Duration.ofMillis(20), 2, 1);
            try (BucketStore store =
                    RedisStore.open("redis://127.0.0.1:" + silent.getLocalPort(), hasty, time, telemetry)) {
                Buckets buckets = store.open(policy(StoreDown.LOCAL_SHARE));
                for (int i = 0; i < 100; i++) {
                    assertThat(buckets.take(LimitKey.of("c", "" + i, null), 1)).isInstanceOf(Allowed.class);
                }
                assertThat(telemetry.total("seaworthy.ratelimit.store_failed", "how", "deadline"))
                        .as("only the first request asked")
                        .isLessThanOrEqualTo(1);
            }
            silent.close();
            accepting.join(5_000);
        }
    }

    @Test
    void storeThatDiesMidCallIsHiddenFromTheRequestThatWaits() throws Exception {
        int between = RealRedis.freePort();
        try (NioReactor reactor = new NioReactor();
                TcpCrusher wire = TcpCrusherBuilder.builder()
                        .withReactor(reactor)
                        .withBindAddress("127.0.0.1", between)
                        .withConnectAddress("127.0.0.1", redis.port())
                        .buildAndOpen();
                BucketStore store = RedisStore.open("redis://127.0.0.1:" + between, PATIENT, time, telemetry)) {
            Buckets buckets = store.open(policy(StoreDown.LOCAL_SHARE));
            assertThat(buckets.take(ada, 3)).isInstanceOf(Allowed.class);
            assertThat(buckets.take(ada, 1)).isInstanceOf(Refused.class);

            wire.freeze();
            CompletableFuture<Decision> waiting =
                    CompletableFuture.supplyAsync(() -> buckets.take(LimitKey.of("c", "other", null), 1));
            Awaitility.await().until(() -> !((SharedBuckets) buckets).isSettled() || waiting.isDone());
            wire.close();

            assertThat(waiting.get(30, TimeUnit.SECONDS)).isInstanceOf(Allowed.class);
            assertThat(decisions(store, StoreDown.LOCAL_SHARE, 5)).isEqualTo("allowed 3, QUOTA_EXCEEDED 2");
        }
    }

    @Test
    void storeThatTalksNonsenseIsAStoreThatIsDown() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket mad = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread accepting = accept(mad, connections, "HTTP/1.1 400 Bad Request\r\n\r\n");
            try (BucketStore store =
                    RedisStore.open("redis://127.0.0.1:" + mad.getLocalPort(), PATIENT, time, telemetry)) {
                assertThat(decisions(store, StoreDown.LOCAL_SHARE, 5)).isEqualTo("allowed 3, QUOTA_EXCEEDED 2");
            }
            mad.close();
            accepting.join(5_000);
        }
    }

    @Test
    void garbageUnderOneKeyConcernsThatKeyOnly() throws Exception {
        try (BucketStore store = RedisStore.open(redis.uri(), PATIENT, time, telemetry)) {
            Policy policy = policy(StoreDown.DENY);
            Buckets buckets = store.open(policy);
            String id = "seaworthy:ratelimit:" + policy.name() + ':' + ada.text();
            buckets.take(ada, 3);

            command("SET " + id + " nonsense-that-is-no-bucket");
            assertThat(buckets.take(LimitKey.of("c", "other", null), 1)).isInstanceOf(Allowed.class);
            assertThat(buckets.take(ada, 3)).as("begins anew").isInstanceOf(Allowed.class);

            command("DEL " + id);
            command("LPUSH " + id + " a b c");
            assertThat(buckets.take(ada, 3)).as("a list is no bucket either").isInstanceOf(Allowed.class);
            assertThat(telemetry.total("seaworthy.ratelimit.store_garbage")).isEqualTo(2);
        }
    }

    @Test
    void busyKeyCostsTheStoreLessThanOneCallForEachRequest() throws Exception {
        try (BucketStore store = RedisStore.open(redis.uri(), PATIENT, time, telemetry)) {
            Buckets buckets = store.open(policy(StoreDown.DENY));
            buckets.take(ada, 3);
            buckets.take(ada, 1);
            long before = commands();
            for (int i = 0; i < 1_000; i++) {
                assertThat(buckets.take(ada, 1)).isInstanceOf(Refused.class);
            }
            assertThat(commands() - before)
                    .as("it said when there will be tokens")
                    .isLessThan(20);
        }
    }

    @Test
    void whatIsGivenBackCountsAlthoughTheStoreHasJustSaidNo() {
        try (BucketStore store = RedisStore.open(redis.uri(), PATIENT, time, telemetry)) {
            Buckets buckets = store.open(policy(StoreDown.DENY));
            buckets.take(ada, 3);
            assertThat(buckets.take(ada, 1)).isInstanceOf(Refused.class);
            buckets.giveBack(ada, 1);
            RealRedis.settle(buckets);
            assertThat(buckets.take(ada, 1)).isInstanceOf(Allowed.class);
        }
    }

    @Test
    void otherNodesThatAreAlwaysQuickerAreNoOutageAndResetNobody() {
        RemoteBuckets contended = new RemoteBuckets() {
            @Override
            public Took takeUpTo(Policy policy, LimitKey key, long tokens) {
                throw new BucketExceptions.BucketExecutionException("CAS operation failed after 10 retry attempts");
            }

            @Override
            public void giveBack(Policy policy, LimitKey key, long tokens) {}

            @Override
            public void ping() {}

            @Override
            public void tidy() {}

            @Override
            public void close() {}
        };
        try (SharedStore store = new SharedStore("contended", contended, PATIENT, time, telemetry)) {
            assertThat(decisions(store, StoreDown.LOCAL_SHARE, 5)).isEqualTo("allowed 3, QUOTA_EXCEEDED 2");
            assertThat(telemetry.total("seaworthy.ratelimit.store_failed", "how", "contention"))
                    .isEqualTo(5);
            assertThat(store.isUp()).isTrue();
            assertThat(telemetry.total("seaworthy.ratelimit.store_garbage")).isZero();
        }
    }

    @Test
    void pausesGrow() {
        StoreHealth health = new StoreHealth("test", time, telemetry, () -> 0.5);
        health.failed("error", new IOException("gone"));
        Duration pause = StoreHealth.FIRST_PAUSE;
        for (int i = 0; i < 12; i++) {
            assertThat(health.probeIsDue()).isFalse();
            time.advance(pause.minusNanos(1));
            assertThat(health.probeIsDue()).isFalse();
            time.advance(Duration.ofNanos(1));
            assertThat(health.probeIsDue()).isTrue();
            assertThat(health.probeIsDue()).as("one at a time").isFalse();
            health.probeFailed();
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(StoreHealth.LONGEST_PAUSE) > 0 ? StoreHealth.LONGEST_PAUSE : twice;
        }
        assertThat(pause).isEqualTo(StoreHealth.LONGEST_PAUSE);
        health.works();
        assertThat(health.isUp()).isTrue();
    }

    private String decisions(BucketStore store, StoreDown rule, int count) {
        Buckets buckets = store.open(policy(rule));
        int allowed = 0;
        int refused = 0;
        Reason reason = Reason.QUOTA_EXCEEDED;
        for (int i = 0; i < count; i++) {
            Decision decision = buckets.take(ada, 1);
            if (decision instanceof Refused no) {
                refused++;
                reason = no.reason();
            } else {
                allowed++;
            }
        }
        return (allowed > 0 ? "allowed " + allowed : "")
                + (allowed > 0 && refused > 0 ? ", " : "")
                + (refused > 0 ? reason + " " + refused : "");
    }

    private static Policy policy(StoreDown rule) {
        return Policy.of("p" + Math.abs(UUID.randomUUID().getMostSignificantBits()), Window.of(3, Duration.ofDays(1)))
                .withStoreDown(rule);
    }

    private void command(String line) throws IOException {
        reply(line);
    }

    private long commands() throws IOException {
        String info = reply("INFO stats");
        int at = info.indexOf("total_commands_processed:") + "total_commands_processed:".length();
        return Long.parseLong(info.substring(at, info.indexOf('\r', at)));
    }

    private String reply(String line) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", redis.port())) {
            socket.getOutputStream().write((line + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static Thread accept(ServerSocket server, AtomicInteger connections, String greeting) {
        Thread accepting = new Thread(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    connections.incrementAndGet();
                    socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
        accepting.start();
        return accepting;
    }
}
