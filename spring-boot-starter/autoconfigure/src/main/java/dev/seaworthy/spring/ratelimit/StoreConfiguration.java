// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit;

import dev.seaworthy.core.ratelimit.local.LocalStore;
import dev.seaworthy.core.ratelimit.remote.PostgresStore;
import dev.seaworthy.core.ratelimit.remote.RedisStore;
import dev.seaworthy.core.ratelimit.remote.StoreSettings;
import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.spring.ratelimit.policy.RateLimitProperties;
import dev.seaworthy.spring.ratelimit.policy.StoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Where tokens are kept. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.ratelimit.enabled", matchIfMissing = true)
final class StoreConfiguration {

    private static final String TYPE = RateLimitProperties.PREFIX + ".store.type";

    @Bean
    @ConditionalOnMissingBean
    BucketStore seaworthyBucketStore(
            RateLimitProperties properties, Environment environment, TimeSource time, Telemetry telemetry) {
        StoreProperties store = properties.store();
        StoreSettings settings =
                RateLimitProperties.checked(RateLimitProperties.PREFIX + ".store", store, store::settings);
        return switch (store.type()) {
            case LOCAL ->
                RateLimitProperties.checked(
                        RateLimitProperties.PREFIX + ".max-keys",
                        properties.maxKeys(),
                        () -> new LocalStore(properties.maxKeys(), time, telemetry));
            case REDIS -> redis(store, settings, environment, time, telemetry);
            case POSTGRESQL -> postgres(store, settings, environment, time, telemetry);
        };
    }

    private static BucketStore redis(
            StoreProperties store,
            StoreSettings settings,
            Environment environment,
            TimeSource time,
            Telemetry telemetry) {
        need("io.github.bucket4j.redis.lettuce.Bucket4jLettuce", "com.bucket4j:bucket4j_jdk17-lettuce");
        need("io.lettuce.core.RedisClient", "io.lettuce:lettuce-core");
        String url = store.url() != null ? store.url() : environment.getProperty("spring.data.redis.url");
        if (url == null) {
            url = "redis://" + environment.getProperty("spring.data.redis.host", "localhost") + ':'
                    + environment.getProperty("spring.data.redis.port", "6379");
        }
        String known = url;
        return RateLimitProperties.checked(
                RateLimitProperties.PREFIX + ".store.url",
                "(not shown)",
                () -> RedisStore.open(known, settings, time, telemetry));
    }

    private static BucketStore postgres(
            StoreProperties store,
            StoreSettings settings,
            Environment environment,
            TimeSource time,
            Telemetry telemetry) {
        need("io.github.bucket4j.postgresql.Bucket4jPostgreSQL", "com.bucket4j:bucket4j_jdk17-postgresql");
        need("org.postgresql.Driver", "org.postgresql:postgresql");
        boolean own = store.url() != null;
        String url = own ? store.url() : environment.getProperty("spring.datasource.url");
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new InvalidConfigurationPropertyValueException(
                    RateLimitProperties.PREFIX + ".store.url",
                    url,
                    "the store postgresql needs a PostgreSQL; write for example jdbc:postgresql://host/database");
        }
        return PostgresStore.open(
                url,
                user(store.username(), own, environment, "username"),
                user(store.password(), own, environment, "password"),
                settings,
                time,
                telemetry);
    }

    private static @Nullable String user(@Nullable String chosen, boolean own, Environment environment, String what) {
        return chosen != null || own ? chosen : environment.getProperty("spring.datasource." + what);
    }

    private static void need(String type, String artifact) {
        if (!ClassUtils.isPresent(type, StoreConfiguration.class.getClassLoader())) {
            throw new InvalidConfigurationPropertyValueException(
                    TYPE, "redis or postgresql", "it needs " + artifact + " on the class path; add that dependency");
        }
    }
}
