// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.store;

import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;

/** A policy's buckets, one for each key. Thread-safe; never throws, and never waits longer than the store's deadline. */
public interface Buckets {

    /** Takes tokens from all windows of the key's bucket, or from none. */
    Decision take(LimitKey key, long tokens);

    /** Puts tokens back, never above the brim. */
    void giveBack(LimitKey key, long tokens);

    /** Goes on with other windows. What a client has used up it has used up there too, in proportion. */
    void change(Policy next);

    /** How many keys are remembered in this process. */
    int tracked();
}
