// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored. Immutable; all times are the store's.
 *
 * @param id 32 hex digits
 * @param queue which service
 * @param kind which handler
 * @param version of the payload's shape
 * @param payload what the codec wrote
 * @param context correlation to restore
 * @param key unique within the kind
 * @param principal digest of who asked
 * @param state where it is
 * @param runAt not to be claimed before
 * @param giveUpAt when it expires
 * @param attempts failures of the handler
 * @param deliveries claims; those that are neither attempt nor snooze ended in a crash
 * @param snoozes postponements that cost no attempt
 * @param fence counts claims and re-drives: an outcome carries the one it was claimed under
 * @param readAt when this was read
 * @param reason why it ended, or why the last attempt failed
 * @param outcome the result as JSON
 * @param finishedAt when it ended
 */
public record StoredTask(
        String id,
        String queue,
        String kind,
        int version,
        String payload,
        @Nullable String context,
        @Nullable String key,
        @Nullable String principal,
        TaskState state,
        Instant runAt,
        @Nullable Instant giveUpAt,
        int attempts,
        int deliveries,
        int snoozes,
        long fence,
        Instant readAt,
        @Nullable String reason,
        @Nullable String outcome,
        @Nullable Instant finishedAt) {

    /** Whether its time was over when it was read. */
    public boolean isOverdue() {
        return giveUpAt != null && !readAt.isBefore(giveUpAt);
    }

    /** Claims, the present one included, that nothing was heard of. */
    public int unheardDeliveries() {
        return deliveries - attempts - snoozes;
    }
}
