// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.queue.receipt.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@linkplain TaskQueue#submit submitted} call: there is nothing else to handle.
 *
 * @param <R> what the call brings back
 */
public sealed interface Submission<R> {

    /** Carried out, now or under the same key before; {@code result} is null where the handler brought nothing back. */
    record Completed<R>(@Nullable R result, Receipt receipt) implements Submission<R> {}

    /** Safely stored; it will be carried out, or end dead or expired. Answer 202 with the receipt. */
    record Queued<R>(Receipt receipt) implements Submission<R> {}

    /**
     * It ended without success, and nothing will be tried any more.
     *
     * @param classification what the failure is
     * @param reason for people and logs
     * @param cause what the handler threw; null where it answered, or where this was known before
     * @param receipt its end
     */
    record Failed<R>(
            Classification classification,
            String reason,
            @Nullable Throwable cause,
            Receipt receipt) implements Submission<R> {}
}
