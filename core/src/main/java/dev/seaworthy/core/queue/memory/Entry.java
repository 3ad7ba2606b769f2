// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.memory;

import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.Settlement;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.queue.store.TaskStore.Depth;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry and who holds it; each change answers another one. */
record Entry(StoredTask task, @Nullable String owner, Instant leaseUntil) {

    static Entry of(NewTask task, Instant now) {
        Lease lease = task.lease();
        StoredTask stored = new StoredTask(
                task.id(),
                task.queue(),
                task.kind(),
                task.version(),
                task.payload(),
                task.context(),
                task.key(),
                task.principal(),
                lease == null ? TaskState.READY : TaskState.RUNNING,
                now,
                now.plus(task.giveUpAfter()),
                0,
                lease == null ? 0 : 1,
                0,
                lease == null ? 0 : 1,
                now,
                null,
                null,
                null);
        return lease == null
                ? new Entry(stored, null, now)
                : new Entry(stored, lease.owner(), now.plus(lease.length()));
    }

    boolean isHeldBy(String node) {
        return task.state() == TaskState.RUNNING && node.equals(owner);
    }

    Entry until(String node, Instant end) {
        return new Entry(task, node, end);
    }

    Entry leased(Lease lease, Instant now) {
        Counters counters = new Counters(task.attempts(), task.deliveries() + 1, task.snoozes(), task.fence() + 1);
        StoredTask running = with(TaskState.RUNNING, task.runAt(), task.giveUpAt(), counters, now, task.reason(), null);
        return new Entry(running, lease.owner(), now.plus(lease.length()));
    }

    Entry ready(Instant now) {
        return new Entry(
                with(TaskState.READY, now, task.giveUpAt(), Counters.of(task), now, task.reason(), null), null, now);
    }

    Entry settled(Settlement outcome, Instant now) {
        Counters counters = new Counters(
                task.attempts() + outcome.attempts(),
                task.deliveries() + outcome.deliveries(),
                task.snoozes() + outcome.snoozes(),
                task.fence());
        StoredTask settled = with(
                outcome.state(),
                now.plus(outcome.delay()),
                task.giveUpAt(),
                counters,
                now,
                outcome.reason(),
                outcome.outcome());
        return new Entry(settled, null, now);
    }

    Entry redriven(Instant now, Duration giveUpAfter) {
        Counters fresh = new Counters(0, 0, 0, task.fence() + 1);
        return new Entry(with(TaskState.READY, now, now.plus(giveUpAfter), fresh, now, task.reason(), null), null, now);
    }

    StoredTask readAt(Instant now) {
        return with(task.state(), task.runAt(), task.giveUpAt(), Counters.of(task), now, task.reason(), task.outcome());
    }

    Depth depth(Instant now) {
        Duration due = Duration.between(task.runAt(), now);
        return switch (task.state()) {
            case READY -> new Depth(1, 0, 0, due.isNegative() ? Duration.ZERO : due);
            case RUNNING -> new Depth(0, 1, 0, Duration.ZERO);
            case DEAD, EXPIRED -> new Depth(0, 0, 1, Duration.ZERO);
            case DONE, REFUSED -> new Depth(0, 0, 0, Duration.ZERO);
        };
    }

    static Depth sum(Depth a, Depth b) {
        return new Depth(
                a.ready() + b.ready(),
                a.running() + b.running(),
                a.dead() + b.dead(),
                a.oldest().compareTo(b.oldest()) > 0 ? a.oldest() : b.oldest());
    }

    private record Counters(int attempts, int deliveries, int snoozes, long fence) {

        static Counters of(StoredTask task) {
            return new Counters(task.attempts(), task.deliveries(), task.snoozes(), task.fence());
        }
    }

    private StoredTask with(
            TaskState state,
            Instant runAt,
            @Nullable Instant giveUpAt,
            Counters counters,
            Instant now,
            @Nullable String reason,
            @Nullable String outcome) {
        return new StoredTask(
                task.id(),
                task.queue(),
                task.kind(),
                task.version(),
                task.payload(),
                task.context(),
                task.key(),
                task.principal(),
                state,
                runAt,
                giveUpAt,
                counters.attempts(),
                counters.deliveries(),
                counters.snoozes(),
                counters.fence(),
                now,
                reason,
                outcome,
                !state.isFinal() ? null : task.finishedAt() != null ? task.finishedAt() : now);
    }
}
