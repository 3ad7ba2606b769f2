// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import io.github.bucket4j.BucketState;

/** A shared store, asked in the plainest way: each call blocks, and throws when it fails. Thread-safe. */
interface RemoteBuckets {

    /** Takes as many as there are, at most this many. */
    Took takeUpTo(Policy policy, LimitKey key, long tokens);

    void giveBack(Policy policy, LimitKey key, long tokens);

    /** Asks for something that costs little, to see whether it answers. */
    void ping();

    /** Takes out what has expired, where the store does not do so itself. */
    void tidy();

    void close();

    /** How many were taken, and what the bucket looked like afterwards. */
    record Took(long tokens, BucketState after, long now) {}
}
