// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.ratelimit.store.BucketStoreContract;
import dev.seaworthy.core.ratelimit.store.Buckets;
import dev.seaworthy.core.telemetry.Telemetry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisStoreTest extends BucketStoreContract {

    private static RealRedis redis;

    @BeforeAll
    static void start() throws IOException {
        redis = RealRedis.start();
    }

    @AfterAll
    static void stop() throws IOException {
        redis.stop();
    }

    @Override
    protected BucketStore open() {
        return RedisStore.open(redis.uri(), new StoreSettings(Duration.ofSeconds(1), 4, 1), time, new Telemetry());
    }

    @Override
    protected void settle(Buckets buckets) {
        RealRedis.settle(buckets);
    }
}
