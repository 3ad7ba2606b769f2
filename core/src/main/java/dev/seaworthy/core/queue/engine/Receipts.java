// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.engine;

import dev.seaworthy.core.queue.gate.Gates;
import dev.seaworthy.core.queue.receipt.Receipt;
import dev.seaworthy.core.queue.receipt.Receipt.State;
import dev.seaworthy.core.queue.run.Handlers;
import dev.seaworthy.core.queue.run.Origin;
import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.time.TimeSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Entries as their callers may see them. Thread-safe. */
final class Receipts {

    private final Handlers handlers;
    private final Gates gates;
    private final TimeSource time;

    Receipts(Handlers handlers, Gates gates, TimeSource time) {
        this.handlers = handlers;
        this.gates = gates;
        this.time = time;
    }

    Receipt of(NewTask task, State state) {
        Instant next = state == State.QUEUED ? reopening(task.queue()) : null;
        Instant finished = state.isFinal() ? time.now() : null;
        return new Receipt(task.id(), state, next, finished, Origin.correlationId(task.context()), time.now());
    }

    Receipt of(StoredTask task) {
        State state = switch (task.state()) {
            case READY -> State.QUEUED;
            case RUNNING -> State.RUNNING;
            case DONE -> State.DONE;
            case REFUSED, DEAD -> State.FAILED;
            case EXPIRED -> State.EXPIRED;
        };
        Instant next = state == State.QUEUED ? later(due(task), reopening(task.queue())) : null;
        return new Receipt(task.id(), state, next, task.finishedAt(), Origin.correlationId(task.context()), time.now());
    }

    private static @Nullable Instant due(StoredTask task) {
        return task.runAt().isAfter(task.readAt()) ? task.runAt() : null;
    }

    private @Nullable Instant reopening(String queue) {
        return handlers.queues().contains(queue)
                ? gates.of(queue).closedFor().map(time.now()::plus).orElse(null)
                : null;
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}
