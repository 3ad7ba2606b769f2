// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.ratelimit.store.BucketStoreContract;
import dev.seaworthy.core.ratelimit.store.Buckets;
import dev.seaworthy.core.telemetry.Telemetry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest extends BucketStoreContract {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    protected BucketStore open() {
        return PostgresStore.open(
                postgres.getJdbcUrl("postgres", "postgres"),
                "postgres",
                null,
                new StoreSettings(Duration.ofSeconds(1), 4, 1),
                time,
                new Telemetry());
    }

    @Override
    protected void settle(Buckets buckets) {
        RealRedis.settle(buckets);
    }
}
