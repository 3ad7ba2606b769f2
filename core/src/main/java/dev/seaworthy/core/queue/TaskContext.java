// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run knows about its entry. Immutable.
 *
 * @param id the entry, 32 hex digits; also the receipt's
 * @param idempotencyKey the same for all attempts, on all nodes, after a crash, and after a re-drive: the key that was
 *     given, else the id
 * @param attempt 1 for the first; counts only failed attempts before this one
 * @param delivery how often the entry was handed to a node, this time included
 * @param version the shape of the payload that was stored
 * @param giveUpAt when the entry expires, by the clock of the store; null if it does not
 */
public record TaskContext(
        String id,
        String idempotencyKey,
        int attempt,
        int delivery,
        int version,
        @Nullable Instant giveUpAt) {}
