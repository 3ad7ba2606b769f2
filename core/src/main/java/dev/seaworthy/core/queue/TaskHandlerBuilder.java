// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue;

import dev.seaworthy.core.queue.TaskHandler.Ending;
import dev.seaworthy.core.queue.TaskHandler.Heard;
import dev.seaworthy.core.queue.TaskHandler.Options;
import dev.seaworthy.core.queue.TaskHandler.Work;
import java.time.Duration;

/**
 * Sets a {@link TaskHandler} up. Everything but the work is optional. Not thread-safe.
 *
 * @param <P> what it needs to know
 * @param <R> what it brings back
 */
public final class TaskHandlerBuilder<P, R> {

    private final String kind;
    private final Class<P> payload;
    private final Class<R> result;
    private Options options;
    private Heard<P> onRefused = (value, context, reason) -> {};
    private Heard<P> onDead = (value, context, reason) -> {};

    TaskHandlerBuilder(String kind, Class<P> payload, Class<R> result) {
        this.kind = kind;
        this.payload = payload;
        this.result = result;
        this.options = Options.forQueue(kind.split("\\.", 2)[0]);
    }

    /** The shape of the payload; count it up when old entries cannot be read any more. */
    public TaskHandlerBuilder<P, R> version(int version) {
        return with(version, options.queue(), options.backoff(), options.maxAttempts(), options.giveUpAfter());
    }

    /** The external service: what is paused as one. */
    public TaskHandlerBuilder<P, R> queue(String queue) {
        return with(options.version(), queue, options.backoff(), options.maxAttempts(), options.giveUpAfter());
    }

    /** How long to wait after a failed attempt. */
    public TaskHandlerBuilder<P, R> backoff(Backoff backoff) {
        return with(options.version(), options.queue(), backoff, options.maxAttempts(), options.giveUpAfter());
    }

    /** Failed attempts until the entry is dead. */
    public TaskHandlerBuilder<P, R> maxAttempts(int attempts) {
        return with(options.version(), options.queue(), options.backoff(), attempts, options.giveUpAfter());
    }

    /** The age at which an entry expires; for money, less than the provider remembers idempotency keys. */
    public TaskHandlerBuilder<P, R> giveUpAfter(Duration age) {
        return with(options.version(), options.queue(), options.backoff(), options.maxAttempts(), age);
    }

    /** How long one run may take. */
    public TaskHandlerBuilder<P, R> timeout(Duration timeout) {
        options = new Options(
                options.version(),
                options.queue(),
                options.backoff(),
                options.maxAttempts(),
                options.giveUpAfter(),
                timeout);
        return this;
    }

    /** Hears when a redelivered entry is refused by the service. */
    public TaskHandlerBuilder<P, R> onRefused(Heard<P> listener) {
        onRefused = listener;
        return this;
    }

    /** Hears when an entry is given up. */
    public TaskHandlerBuilder<P, R> onDead(Heard<P> listener) {
        onDead = listener;
        return this;
    }

    /**
     * The work, and with it the handler.
     *
     * @throws IllegalArgumentException if a name is not one
     */
    public TaskHandler<P, R> handle(Work<P, R> work) {
        return new TaskHandler<>(kind, payload, result, options, work, new Ending<>(onRefused, onDead));
    }

    private TaskHandlerBuilder<P, R> with(
            int version, String queue, Backoff backoff, int maxAttempts, Duration giveUpAfter) {
        options = new Options(version, queue, backoff, maxAttempts, giveUpAfter, options.timeout());
        return this;
    }
}
