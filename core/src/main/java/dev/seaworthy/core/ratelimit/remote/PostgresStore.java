// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens in PostgreSQL, through Bucket4j, which must be on the class path with the driver. Makes its table where that
 * is missing, and takes expired rows out by and by.
 */
public final class PostgresStore {

    /** What the table is called. */
    public static final String TABLE = "seaworthy_ratelimit";

    /** The table, for those who make tables themselves. */
    public static final String DDL =
            "create table if not exists " + TABLE + " (id varchar(160) primary key, state bytea, expires_at bigint)";

    private static final Duration KEEP_FULL = Duration.ofSeconds(10);

    private PostgresStore() {}

    /**
     * Opens it; connects later, so that a database that is down keeps no app from starting.
     *
     * @param url {@code jdbc:postgresql://host/database}
     */
    public static BucketStore open(
            String url,
            @Nullable String user,
            @Nullable String password,
            StoreSettings settings,
            TimeSource time,
            Telemetry telemetry) {
        OwnConnections connections = new OwnConnections(url, user, password, settings);
        ProxyBuckets buckets =
                new ProxyBuckets(() -> proxies(connections, settings, time), connections::close, telemetry);
        return new SharedStore("PostgreSQL, table " + TABLE, buckets, settings, time, telemetry);
    }

    private static ProxyManager<String> proxies(OwnConnections connections, StoreSettings settings, TimeSource time) {
        makeTable(connections);
        return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(connections)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table(TABLE)
                .clientClock(new SteadyClock(time))
                .requestTimeout(settings.deadline())
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEEP_FULL))
                .build();
    }

    private static void makeTable(OwnConnections connections) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                statement.execute("set statement_timeout = 0");
                statement.execute(DDL);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "rate limit table " + TABLE + " cannot be made; make it yourself: " + DDL, failure);
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (var found = statement.executeQuery("select to_regclass('" + TABLE + "') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }
}
