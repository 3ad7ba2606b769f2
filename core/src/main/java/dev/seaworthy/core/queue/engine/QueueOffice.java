// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.engine;

import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.gate.Gates;
import dev.seaworthy.core.queue.run.Handlers;
import dev.seaworthy.core.queue.run.Origin;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.queue.store.TaskStore.Depth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What operators look at and do. Never shows a payload. Thread-safe. */
public final class QueueOffice {

    /** So many dead letters are listed or re-driven at a time, at most. */
    public static final int MAX_LETTERS = 1_000;

    /** Nothing at all. */
    public static final Depth EMPTY = new Depth(0, 0, 0, Duration.ZERO);

    private final TaskStore store;
    private final Handlers handlers;
    private final Gates gates;
    private final Runnable nudge;

    QueueOffice(TaskStore store, Handlers handlers, Gates gates, Runnable nudge) {
        this.store = store;
        this.handlers = handlers;
        this.gates = gates;
        this.nudge = nudge;
    }

    /**
     * An entry that was given up.
     *
     * @param id of entry and receipt
     * @param kind which handler
     * @param queue which service
     * @param key the idempotency key, null for none
     * @param reason why
     * @param attempts failures of the handler
     * @param deliveries claims
     * @param since when it was given up
     * @param correlationId the request it came from
     */
    public record DeadLetter(
            String id,
            String kind,
            String queue,
            @Nullable String key,
            @Nullable String reason,
            int attempts,
            int deliveries,
            @Nullable Instant since,
            @Nullable String correlationId) {}

    /** The queues that this node has handlers for. */
    public Set<String> queues() {
        return handlers.queues();
    }

    /** How much there is, by queue, those of other apps in the same tables included. */
    public Map<String, Depth> depth() {
        Map<String, Depth> depth = new TreeMap<>(store.depth());
        handlers.queues().forEach(queue -> depth.putIfAbsent(queue, EMPTY));
        return depth;
    }

    /** How long each closed gate lets nothing through, by queue. */
    public Map<String, Duration> closed() {
        Map<String, Duration> closed = new TreeMap<>();
        handlers.queues().forEach(queue -> gates.of(queue).closedFor().ifPresent(left -> closed.put(queue, left)));
        return closed;
    }

    /** Dead letters, the latest first. */
    public List<DeadLetter> dead(@Nullable String queue, int limit) {
        return store.dead(queue, Math.min(limit, MAX_LETTERS)).stream()
                .map(QueueOffice::letter)
                .toList();
    }

    private static DeadLetter letter(StoredTask task) {
        return new DeadLetter(
                task.id(),
                task.kind(),
                task.queue(),
                task.key(),
                task.reason(),
                task.attempts(),
                task.deliveries(),
                task.finishedAt(),
                Origin.correlationId(task.context()));
    }

    /** Tries a dead letter again, with fresh counters and the same idempotency key; false if it is none (any more). */
    public boolean redrive(String id) {
        return store.find(id).map(task -> redrive(List.of(task))).orElse(0) > 0;
    }

    /** Tries the latest dead letters of a queue again, at most {@value #MAX_LETTERS}; how many. */
    public int redriveAll(String queue) {
        return redrive(store.dead(queue, MAX_LETTERS));
    }

    private int redrive(List<StoredTask> tasks) {
        int count = 0;
        for (StoredTask task : tasks) {
            TaskHandler<?, ?> handler = handlers.find(task.kind());
            if (handler != null) {
                count += store.redrive(List.of(task.id()), handler.options().giveUpAfter());
            }
        }
        nudge.run();
        return count;
    }
}
