// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.RetryDecision;
import io.github.bucket4j.distributed.proxy.RetryStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps tokens in Redis or Valkey, through Bucket4j and Lettuce, which both must be on the class path. Keys begin with
 * {@code seaworthy:ratelimit:} and expire by themselves once their bucket is full.
 */
public final class RedisStore {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration KEEP_FULL = Duration.ofSeconds(10);
    private static final int QUEUED_COMMANDS = 1_000;
    private static final int MAX_ATTEMPTS = 10;
    private static final long FIRST_PAUSE_NANOS = 100_000;

    private RedisStore() {}

    /**
     * Opens it; connects later, so that a Redis that is down keeps no app from starting.
     *
     * @param uri {@code redis://user:secret@host:6379/0}, {@code rediss://} with TLS
     * @throws IllegalArgumentException if the URI cannot be read; the message does not repeat it
     */
    public static BucketStore open(String uri, StoreSettings settings, TimeSource time, Telemetry telemetry) {
        RedisURI parsed = parse(uri);
        parsed.setTimeout(settings.deadline().multipliedBy(2));
        RedisClient client = RedisClient.create(parsed);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(QUEUED_COMMANDS)
                .socketOptions(
                        SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build())
                .build());
        ProxyBuckets buckets = new ProxyBuckets(
                () -> proxies(client, settings, time),
                () -> client.shutdown(Duration.ZERO, CONNECT_TIMEOUT),
                telemetry);
        return new SharedStore(
                "Redis at " + parsed.getHost() + ':' + parsed.getPort(), buckets, settings, time, telemetry);
    }

    private static ProxyManager<String> proxies(RedisClient client, StoreSettings settings, TimeSource time) {
        return Bucket4jLettuce.casBasedBuilder(client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                .clientClock(new SteadyClock(time))
                .requestTimeout(settings.deadline())
                .retryStrategy(tried -> retry(tried, settings.deadline()))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEEP_FULL))
                .build();
    }

    /** When another node was quicker: a few times, each after a longer chance pause, within the deadline. */
    private static RetryDecision retry(RetryStrategy.RetryMetadata tried, Duration deadline) {
        if (tried.getAttemptNumber() >= MAX_ATTEMPTS || tried.getElapsedTimeNanos() >= deadline.toNanos()) {
            return RetryDecision.stop();
        }
        long pause = FIRST_PAUSE_NANOS << Math.min(tried.getAttemptNumber(), 5);
        return RetryDecision.retryAfter(
                Duration.ofNanos(ThreadLocalRandom.current().nextLong(pause)));
    }

    private static RedisURI parse(String uri) {
        try {
            return RedisURI.create(uri);
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(
                    "Redis URI cannot be read; write for example redis://user:secret@host:6379/0", wrong);
        }
    }
}
