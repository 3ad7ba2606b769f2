// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.run;

import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonLimits;
import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskContext;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskHandler.Heard;
import dev.seaworthy.core.queue.run.Verdict.Reached;
import dev.seaworthy.core.queue.store.Settlement;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.telemetry.Telemetry;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one entry, without a connection, and says what follows. Thread-safe; never throws. */
public final class Runner {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.queue");

    private final Handlers handlers;
    private final JsonCodec codec;
    private final Judge judge;
    private final int maxUnheard;
    private final Telemetry telemetry;

    /**
     * Wires it.
     *
     * @param maxUnheard deliveries that nothing was heard of, until an entry is taken for one that kills its node
     */
    public Runner(Handlers handlers, JsonCodec codec, Failures failures, int maxUnheard, Telemetry telemetry) {
        this.handlers = handlers;
        this.codec = codec;
        this.judge = new Judge(codec, failures, RandomGenerator.getDefault(), telemetry);
        this.maxUnheard = maxUnheard;
        this.telemetry = telemetry;
    }

    /** The first attempt, while its caller waits: in the caller's own correlation, and without the listeners. */
    public <P, R> Verdict first(StoredTask task, TaskHandler<P, R> handler, P payload) {
        return attempt(task, handler, payload, true);
    }

    /** A later attempt. */
    public Verdict redeliver(StoredTask task) {
        TaskHandler<?, ?> handler = handlers.find(task.kind());
        if (handler == null) {
            // Only known kinds are claimed.
            return Verdict.of(Settlement.release(task), Reached.NOT_ASKED);
        }
        try (CorrelationScope ignored = Origin.restore(task.id(), task.context())) {
            return redeliver(task, handler);
        }
    }

    /** Its time was over. */
    public Verdict expire(StoredTask task) {
        TaskHandler<?, ?> handler = handlers.find(task.kind());
        Verdict verdict = expired(task);
        if (handler != null) {
            try (CorrelationScope ignored = Origin.restore(task.id(), task.context())) {
                return listened(task, handler, verdict);
            }
        }
        return verdict;
    }

    private static Verdict expired(StoredTask task) {
        String last = task.reason() == null ? "" : ", last failure: " + task.reason();
        return Verdict.of(
                Settlement.ended(task, TaskState.EXPIRED, 0, "its time was over at " + task.giveUpAt() + last),
                Reached.NOT_ASKED);
    }

    private <P, R> Verdict redeliver(StoredTask task, TaskHandler<P, R> handler) {
        if (task.isOverdue()) {
            return listened(task, handler, expired(task));
        }
        if (task.unheardDeliveries() > maxUnheard) {
            String reason = "crash loop: of " + (task.unheardDeliveries() - 1) + " deliveries nothing was heard";
            return listened(task, handler, dead(task, reason));
        }
        P payload;
        try {
            payload = codec.read(task.payload(), handler.payload(), JsonLimits.withDefaults());
        } catch (RuntimeException | LinkageError | StackOverflowError poison) {
            LOG.error(
                    "payload of task {} {} cannot be read, it is kept as a dead letter",
                    task.kind(),
                    task.id(),
                    poison);
            return dead(
                    task,
                    "payload cannot be read as " + handler.payload().getSimpleName() + ": "
                            + poison.getClass().getSimpleName());
        }
        return listened(task, handler, attempt(task, handler, payload, false));
    }

    private static Verdict dead(StoredTask task, String reason) {
        return Verdict.of(Settlement.ended(task, TaskState.DEAD, 0, reason), Reached.NOT_ASKED);
    }

    private <P, R> Verdict attempt(StoredTask task, TaskHandler<P, R> handler, P payload, boolean first) {
        try {
            TaskAnswer<R> answer = handler.work().run(payload, context(task));
            return judge.answered(task, answer);
        } catch (Throwable failure) {
            return judge.failed(task, handler.options(), failure, first);
        }
    }

    private <P> Verdict listened(StoredTask task, TaskHandler<P, ?> handler, Verdict verdict) {
        TaskState state = verdict.settlement().state();
        Heard<P> listener = state == TaskState.REFUSED
                ? handler.ending().onRefused()
                : state.isDeadLetter() ? handler.ending().onDead() : null;
        String reason = verdict.settlement().reason();
        if (listener == null) {
            return verdict;
        }
        try {
            P payload = codec.read(task.payload(), handler.payload(), JsonLimits.withDefaults());
            listener.accept(payload, context(task), reason == null ? "" : reason);
            return verdict;
        } catch (Throwable failure) {
            telemetry.count("seaworthy.queue.listener_failed");
            LOG.error("listener of the end of task {} {} failed", task.kind(), task.id(), failure);
            // A refusal must be heard: the service will refuse again. A dead letter is heard by the alert anyway.
            return state == TaskState.REFUSED ? judge.failed(task, handler.options(), failure, false) : verdict;
        }
    }

    private static TaskContext context(StoredTask task) {
        @Nullable String key = task.key();
        return new TaskContext(
                task.id(),
                key == null ? task.id() : key,
                task.attempts() + 1,
                task.deliveries(),
                task.version(),
                task.giveUpAt());
    }
}
