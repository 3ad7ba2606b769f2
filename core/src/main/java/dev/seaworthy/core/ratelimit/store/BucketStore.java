// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.store;

import dev.seaworthy.core.ratelimit.Policy;

/** Where tokens are kept. Thread-safe. */
public interface BucketStore extends AutoCloseable {

    /** The buckets of one policy. */
    Buckets open(Policy policy);

    /** In words, for the report. */
    String description();

    /** Lets go of connections and threads; what is asked after that is answered as when the store is down. */
    @Override
    void close();
}
