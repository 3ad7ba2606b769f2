// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue;

import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.queue.engine.QueueOffice;
import dev.seaworthy.core.queue.engine.TaskQueueBuilder;
import dev.seaworthy.core.queue.gate.QueueGate;
import dev.seaworthy.core.queue.receipt.Receipt;
import dev.seaworthy.core.queue.store.TaskStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls that must not be lost. At least once, never exactly once; nothing acknowledged is lost; only the handler's own
 * failures use attempts. Thread-safe.
 */
public interface TaskQueue extends AutoCloseable {

    /**
     * Stores the call in the caller's transaction: both are committed or neither. With a key that is known already nothing
     * is stored and the receipt is that of the known entry; the transaction goes on either way.
     *
     * <p>Survives a crash from the moment the caller's commit returns.
     *
     * @param key tells that two calls are the same one, within the kind, while the entry is kept; null if they never are
     * @throws IllegalStateException if there is no transaction on the queue's database
     * @throws IllegalArgumentException if the payload is too large or the handler unknown
     */
    <P> Receipt enqueue(TaskHandler<P, ?> task, P payload, @Nullable String key);

    /** As {@link #enqueue}, in a transaction of its own, committed on return. */
    <P> Receipt enqueueNow(TaskHandler<P, ?> task, P payload, @Nullable String key);

    /**
     * Tries now, and keeps the call where that does not succeed. An intent under a lease of this node is committed before
     * the handler runs on this thread: after a crash in mid-call another run follows with the same idempotency key. With a
     * key that is known already nothing runs, and the answer tells what became of the known entry.
     *
     * @param key tells that two calls are the same one
     * @throws IllegalStateException inside a transaction: use {@link #enqueue} there
     */
    <P, R> Submission<R> submit(TaskHandler<P, R> task, P payload, String key);

    /**
     * What may be told about an entry.
     *
     * @return empty if nobody knows it, any more
     */
    Optional<Receipt> receipt(String id);

    /** Whether the principal (null for nobody) may see the receipt: it was the one at hand, or there was none. */
    boolean mayRead(String id, @Nullable String principal);

    /**
     * The gate of a queue: an open circuit breaker closes it.
     *
     * @throws IllegalArgumentException if no handler has this queue
     */
    QueueGate gate(String queue);

    /** For operators. */
    QueueOffice office();

    /** Begins to work off what waits. Calling it again does nothing. */
    void start();

    /** Stops claiming, lets running work finish within the drain time, and hands back the rest without using an attempt. */
    @Override
    void close();

    /** Sets one up over a store, with the app's JSON library. */
    static TaskQueueBuilder builder(TaskStore store, JsonCodec codec) {
        return new TaskQueueBuilder(store, codec);
    }
}
