// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.run;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureClass.Breaker;
import dev.seaworthy.core.error.FailureClass.Queue;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskAnswer.Done;
import dev.seaworthy.core.queue.TaskAnswer.Refused;
import dev.seaworthy.core.queue.TaskAnswer.Snooze;
import dev.seaworthy.core.queue.TaskHandler.Options;
import dev.seaworthy.core.queue.run.Verdict.Reached;
import dev.seaworthy.core.queue.store.Settlement;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.telemetry.Telemetry;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what follows from an answer or a failure. Thread-safe. */
final class Judge {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.queue");

    private final JsonCodec codec;
    private final Failures failures;
    private final RandomGenerator random;
    private final Telemetry telemetry;

    Judge(JsonCodec codec, Failures failures, RandomGenerator random, Telemetry telemetry) {
        this.codec = codec;
        this.failures = failures;
        this.random = random;
        this.telemetry = telemetry;
    }

    Verdict answered(StoredTask task, TaskAnswer<?> answer) {
        if (answer instanceof Done<?> done) {
            return new Verdict(
                    Settlement.done(task, written(task, done.result())), Reached.YES, done.result(), null, null);
        }
        if (answer instanceof Refused<?> refused) {
            return new Verdict(
                    Settlement.ended(task, TaskState.REFUSED, 0, refused.reason()),
                    Reached.YES,
                    null,
                    Classification.of(FailureClass.BUSINESS_REFUSAL),
                    null);
        }
        Duration delay = ((Snooze<?>) answer).delay();
        return Verdict.of(Settlement.snooze(task, delay, task.reason()), Reached.NOT_ASKED);
    }

    /** @param first whether a caller is there who hears of it, so that what cannot wait ends at once */
    Verdict failed(StoredTask task, Options options, Throwable failure, boolean first) {
        Classification found = failures.classify(failure);
        FailureClass row = found.failureClass();
        String reason = found.code() + ": " + describe(failure);
        if (row.queue() == Queue.ENDS_REFUSED) {
            return verdict(Settlement.ended(task, TaskState.REFUSED, 0, reason), Reached.YES, found, failure);
        }
        if (row == FailureClass.LOCALLY_REFUSED || row.breaker() == Breaker.PAUSE) {
            Duration hint = found.retryAfter();
            Duration delay = hint == null ? options.backoff().after(1, random.nextDouble()) : hint;
            return verdict(Settlement.snooze(task, delay, reason), Reached.NOT_ASKED, found, failure);
        }
        Reached reached = row.breaker() == Breaker.SUCCESS ? Reached.YES : Reached.NO;
        if (first && row.queue() == Queue.NO) {
            return verdict(Settlement.ended(task, TaskState.REFUSED, 1, reason), reached, found, failure);
        }
        int failed = task.attempts() + 1;
        if (failed >= options.maxAttempts()) {
            String last = "gave up after " + failed + (failed == 1 ? " attempt, " : " attempts, ") + reason;
            return verdict(Settlement.ended(task, TaskState.DEAD, 1, last), reached, found, failure);
        }
        Duration delay = options.backoff().after(failed, random.nextDouble());
        return verdict(Settlement.retry(task, delay, reason), reached, found, failure);
    }

    private static Verdict verdict(Settlement settlement, Reached reached, Classification found, Throwable failure) {
        return new Verdict(settlement, reached, null, found, failure);
    }

    /** The call is done, whether or not its result can be written. */
    private @Nullable String written(StoredTask task, @Nullable Object result) {
        if (result == null) {
            return null;
        }
        try {
            return codec.write(result);
        } catch (RuntimeException unwritable) {
            telemetry.count("seaworthy.queue.result_unwritten", "queue", task.queue());
            LOG.warn("the result of task {} cannot be written and is not kept", task.kind(), unwritable);
            return null;
        }
    }

    private static String describe(Throwable failure) {
        try {
            return failure.toString();
        } catch (RuntimeException | StackOverflowError unreadable) {
            return failure.getClass().getName();
        }
    }
}
