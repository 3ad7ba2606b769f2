// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.engine;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonLimits;
import dev.seaworthy.core.queue.Submission;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.gate.Admission;
import dev.seaworthy.core.queue.gate.Gate;
import dev.seaworthy.core.queue.receipt.Receipt;
import dev.seaworthy.core.queue.receipt.Receipt.State;
import dev.seaworthy.core.queue.run.Verdict;
import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.Settlement;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.queue.worker.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries now, on the strength of an intent that is committed first. Thread-safe. */
final class Submitter {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TaskStore store;
    private final Intake intake;
    private final Desk desk;
    private final Receipts receipts;
    private final JsonCodec codec;
    private final Lease lease;

    Submitter(TaskStore store, Intake intake, Desk desk, Receipts receipts, JsonCodec codec, Lease lease) {
        this.store = store;
        this.intake = intake;
        this.desk = desk;
        this.receipts = receipts;
        this.codec = codec;
        this.lease = lease;
    }

    <P, R> Submission<R> submit(TaskHandler<P, R> handler, P payload, String key, Gate gate, Instant now) {
        if (store.inTransaction()) {
            throw new IllegalStateException(
                    "submit must be called outside of a transaction, got one: it commits an intent"
                            + " before it calls the service, which a rollback here could not take back; use enqueue inside");
        }
        Admission admission = gate.admit();
        boolean probe = admission == Admission.PROBE;
        NewTask intent = intake.take(handler, payload, key, admission == Admission.CLOSED ? null : lease);
        Optional<StoredTask> known = placed(intent, gate, probe);
        if (known.isPresent()) {
            return answer(known.get(), handler);
        }
        if (admission == Admission.CLOSED) {
            return new Submission.Queued<>(receipts.of(intent, State.QUEUED));
        }
        StoredTask running = running(intent, now);
        return answer(intent, handler, desk.first(running, handler, payload, gate, probe, PATIENCE));
    }

    /** A probe that does not happen must not keep its lease from others. */
    private Optional<StoredTask> placed(NewTask intent, Gate gate, boolean probe) {
        boolean happens = false;
        try {
            Optional<StoredTask> known = store.place(intent, false);
            happens = known.isEmpty();
            return known;
        } finally {
            if (probe && !happens) {
                gate.probedNothing();
            }
        }
    }

    private static StoredTask running(NewTask intent, Instant now) {
        return new StoredTask(
                intent.id(),
                intent.queue(),
                intent.kind(),
                intent.version(),
                intent.payload(),
                intent.context(),
                intent.key(),
                intent.principal(),
                TaskState.RUNNING,
                now,
                now.plus(intent.giveUpAfter()),
                0,
                1,
                0,
                1,
                now,
                null,
                null,
                null);
    }

    private <R> Submission<R> answer(NewTask intent, TaskHandler<?, R> handler, Verdict verdict) {
        Settlement end = verdict.settlement();
        return switch (end.state()) {
            case DONE -> {
                Object result = verdict.result();
                yield new Submission.Completed<>(
                        result == null ? null : handler.result().cast(result), receipts.of(intent, State.DONE));
            }
            case READY, RUNNING -> new Submission.Queued<>(receipts.of(intent, State.QUEUED));
            default ->
                failed(verdict.classification(), end.reason(), verdict.cause(), receipts.of(intent, State.FAILED));
        };
    }

    /** What became of the entry that has the key. */
    private <R> Submission<R> answer(StoredTask known, TaskHandler<?, R> handler) {
        Receipt receipt = receipts.of(known);
        return switch (receipt.state()) {
            case DONE -> new Submission.Completed<>(result(known, handler), receipt);
            case QUEUED, RUNNING -> new Submission.Queued<>(receipt);
            case FAILED, EXPIRED -> failed(null, known.reason(), null, receipt);
        };
    }

    private <R> @Nullable R result(StoredTask known, TaskHandler<?, R> handler) {
        String outcome = known.outcome();
        return outcome == null ? null : codec.read(outcome, handler.result(), JsonLimits.withDefaults());
    }

    private static <R> Submission<R> failed(
            @Nullable Classification found, @Nullable String reason, @Nullable Throwable cause, Receipt receipt) {
        return new Submission.Failed<>(
                found == null ? Classification.of(FailureClass.BUSINESS_REFUSAL) : found,
                reason == null ? "" : reason,
                cause,
                receipt);
    }
}
