// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be stored. Immutable.
 *
 * @param id 32 hex digits
 * @param queue which service
 * @param kind which handler
 * @param version of the payload's shape
 * @param payload what the codec wrote
 * @param context correlation to restore, null where there was none
 * @param key unique within the kind, null for none
 * @param principal digest of who asked, null for nobody
 * @param giveUpAfter age at which it expires
 * @param lease to be born running under; null to be born ready
 */
public record NewTask(
        String id,
        String queue,
        String kind,
        int version,
        String payload,
        @Nullable String context,
        @Nullable String key,
        @Nullable String principal,
        Duration giveUpAfter,
        @Nullable Lease lease) {

    /**
     * Who holds an entry, and for how long from now.
     *
     * @param owner a node
     * @param length until it must be renewed
     */
    public record Lease(String owner, Duration length) {}
}
