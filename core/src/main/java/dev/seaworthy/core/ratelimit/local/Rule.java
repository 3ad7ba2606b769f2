// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.local;

import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.store.BucketMath;
import io.github.bucket4j.BucketConfiguration;

/** A policy as it holds now, in Bucket4j's words. */
record Rule(Policy policy, BucketConfiguration configuration) {

    static Rule of(Policy policy) {
        return new Rule(policy, BucketMath.configuration(policy));
    }
}
