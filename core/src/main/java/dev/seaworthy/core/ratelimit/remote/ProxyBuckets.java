// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.store.BucketMath;
import dev.seaworthy.core.telemetry.Telemetry;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ExpiredEntriesCleaner;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buckets behind one of Bucket4j's proxy managers, which is only opened when it is first needed. */
final class ProxyBuckets implements RemoteBuckets {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyBuckets.class);
    private static final int MAX_DEPTH = 16;
    private static final int MAX_CONFIGURATIONS = 1_000;
    private static final int EXPIRED_AT_ONCE = 500;

    private final Supplier<ProxyManager<String>> open;
    private final Runnable close;
    private final Telemetry.Counter garbage;
    private final Map<Policy, BucketConfiguration> configurations = new ConcurrentHashMap<>();
    private volatile @Nullable ProxyManager<String> proxies;
    private volatile boolean saidGarbage;

    ProxyBuckets(Supplier<ProxyManager<String>> open, Runnable close, Telemetry telemetry) {
        this.open = open;
        this.close = close;
        this.garbage = telemetry.counter("seaworthy.ratelimit.store_garbage", "", "");
    }

    @Override
    public Took takeUpTo(Policy policy, LimitKey key, long tokens) {
        try {
            return take(policy, key, tokens);
        } catch (RuntimeException failure) {
            if (!isAboutContent(failure)) {
                throw failure;
            }
            forget(policy, key, failure);
            return take(policy, key, tokens);
        }
    }

    @Override
    public void giveBack(Policy policy, LimitKey key, long tokens) {
        bucket(policy, key).addTokens(tokens);
    }

    @Override
    public void ping() {
        proxies().getProxyConfiguration("ping");
    }

    @Override
    public void tidy() {
        if (proxies() instanceof ExpiredEntriesCleaner cleaner) {
            cleaner.removeExpired(EXPIRED_AT_ONCE);
        }
    }

    @Override
    public void close() {
        close.run();
    }

    private Took take(Policy policy, LimitKey key, long tokens) {
        BucketProxy bucket = bucket(policy, key);
        VerboseResult<Long> result = bucket.asVerbose().tryConsumeAsMuchAsPossible(tokens);
        BucketConfiguration wanted = configuration(policy);
        if (!result.getConfiguration().equalsByContent(wanted)) {
            // Another node, or this one before, had other limits; what was taken there counts here.
            bucket.replaceConfiguration(wanted, TokensInheritanceStrategy.PROPORTIONALLY);
            BucketState changed = result.getState()
                    .replaceConfiguration(
                            wanted, TokensInheritanceStrategy.PROPORTIONALLY, result.getOperationTimeNanos());
            return new Took(result.getValue(), changed, result.getOperationTimeNanos());
        }
        return new Took(result.getValue(), result.getState(), result.getOperationTimeNanos());
    }

    private BucketProxy bucket(Policy policy, LimitKey key) {
        return proxies().builder().build(id(policy, key), () -> configuration(policy));
    }

    private BucketConfiguration configuration(Policy policy) {
        if (configurations.size() >= MAX_CONFIGURATIONS) {
            configurations.clear();
        }
        return configurations.computeIfAbsent(policy, BucketMath::configuration);
    }

    private ProxyManager<String> proxies() {
        ProxyManager<String> known = proxies;
        if (known == null) {
            synchronized (this) {
                known = proxies;
                if (known == null) {
                    known = open.get();
                    proxies = known;
                }
            }
        }
        return known;
    }

    private void forget(Policy policy, LimitKey key, RuntimeException failure) {
        garbage.increment();
        if (!saidGarbage) {
            saidGarbage = true;
            LOG.warn(
                    "rate limit store holds something that is no bucket, got it for policy '{}'; it is removed and the"
                            + " client begins anew, said once, counted as seaworthy.ratelimit.store_garbage",
                    policy.name(),
                    failure);
        }
        proxies().removeProxy(id(policy, key));
    }

    private static String id(Policy policy, LimitKey key) {
        return "seaworthy:ratelimit:" + policy.name() + ':' + key.text();
    }

    /** Whether it failed over what the store holds, not over the store itself. */
    private static boolean isAboutContent(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < MAX_DEPTH; depth++, link = link.getCause()) {
            String message = String.valueOf(link.getMessage());
            if (message.startsWith("WRONGTYPE")) {
                return true;
            }
            if (link instanceof SQLException
                    || link instanceof TimeoutException
                    || link instanceof InterruptedException
                    || link instanceof io.github.bucket4j.TimeoutException
                    || link.getClass().getName().startsWith("io.lettuce.")
                    // Says that other nodes were always quicker.
                    || (link instanceof BucketExecutionException && link.getCause() == null)) {
                return false;
            }
        }
        return true;
    }
}
