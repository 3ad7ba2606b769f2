// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.local;

import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.ratelimit.store.Buckets;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;

/** Keeps tokens in this process. They are lost when it ends, and each process has its own. */
public final class LocalStore implements BucketStore {

    /** So many clients of each policy are told apart, unless chosen otherwise: about 25 MB when full. */
    public static final int MAX_KEYS = 100_000;

    private final int maxKeys;
    private final TimeSource time;
    private final Telemetry telemetry;

    /**
     * Remembers nothing yet.
     *
     * @param maxKeys how many clients of each policy are told apart; beyond, new ones share buckets by network
     * @throws IllegalArgumentException if that is less than 1
     */
    public LocalStore(int maxKeys, TimeSource time, Telemetry telemetry) {
        if (maxKeys < 1) {
            throw new IllegalArgumentException("max keys of the rate limit must be 1 or more, got '" + maxKeys
                    + "'; write for example " + MAX_KEYS);
        }
        this.maxKeys = maxKeys;
        this.time = time;
        this.telemetry = telemetry;
    }

    @Override
    public Buckets open(Policy policy) {
        return new LocalBuckets(policy, maxKeys, time, telemetry);
    }

    @Override
    public String description() {
        return "this process, at most " + maxKeys + " clients of each policy";
    }

    @Override
    public void close() {
        // Nothing to let go of.
    }
}
