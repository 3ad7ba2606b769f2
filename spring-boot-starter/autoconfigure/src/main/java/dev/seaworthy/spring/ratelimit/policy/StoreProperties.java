// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit.policy;

import dev.seaworthy.core.ratelimit.remote.StoreSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where tokens are kept.
 *
 * @param type in this process (local), or shared by all nodes: redis or postgresql
 * @param url redis://host:6379 or jdbc:postgresql://host/database; the app's own Redis or data source where it is not set
 * @param username for PostgreSQL; the data source's where neither it nor the URL is set
 * @param password for PostgreSQL; the data source's where neither it nor the URL is set
 * @param deadline how long a request waits for the store at most
 * @param threads how many calls go on at the same time, each on a connection of its own
 * @param nodes among how many nodes a limit is shared while the store is down
 */
public record StoreProperties(
        @DefaultValue("local") Type type,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("20ms") Duration deadline,
        @DefaultValue("4") int threads,
        @DefaultValue("1") int nodes) {

    /** The kinds of store. */
    public enum Type {
        /** This process. */
        LOCAL,
        /** Redis or Valkey. */
        REDIS,
        /** A table. */
        POSTGRESQL
    }

    /** In the words of core. */
    public StoreSettings settings() {
        return new StoreSettings(deadline, threads, nodes);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "StoreProperties[type=" + type + ']';
    }
}
