// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.engine;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sets a {@link TaskQueue} up. Everything but the handlers is optional. Not thread-safe; what it builds is. */
public final class TaskQueueBuilder {

    final TaskStore store;
    final JsonCodec codec;
    final List<TaskHandler<?, ?>> handlers = new ArrayList<>();
    final List<FailureRule> rules = new ArrayList<>();
    QueueSettings settings = QueueSettings.withDefaults();
    Supplier<@Nullable String> principal = () -> null;
    TimeSource time = TimeSource.system();
    Telemetry telemetry = new Telemetry();

    private @Nullable Alerts alerts;

    /** Over a store, with the codec that writes payloads: one that encrypts keeps them secret at rest. */
    public TaskQueueBuilder(TaskStore store, JsonCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /** One more handler. */
    public TaskQueueBuilder handler(TaskHandler<?, ?> handler) {
        handlers.add(handler);
        return this;
    }

    /** More handlers. */
    public TaskQueueBuilder handlers(List<? extends TaskHandler<?, ?>> more) {
        handlers.addAll(more);
        return this;
    }

    /** What can be chosen. */
    public TaskQueueBuilder settings(QueueSettings chosen) {
        settings = chosen;
        return this;
    }

    /** What the app's own exceptions are; asked in this order. */
    public TaskQueueBuilder rules(List<? extends FailureRule> more) {
        rules.addAll(more);
        return this;
    }

    /** Who is asking, on this thread; null for nobody. Receipts are bound to it. */
    public TaskQueueBuilder principal(Supplier<@Nullable String> current) {
        principal = current;
        return this;
    }

    /** Who is told of dead letters and of queues that stand still; nobody, unless given. */
    public TaskQueueBuilder alerts(Alerts told) {
        alerts = told;
        return this;
    }

    /** The clock of this node, for waiting; entries live by the store's. */
    public TaskQueueBuilder time(TimeSource source) {
        time = source;
        return this;
    }

    /** Where things are counted. */
    public TaskQueueBuilder telemetry(Telemetry counters) {
        telemetry = counters;
        return this;
    }

    Alerts alerts() {
        return alerts == null ? new Alerts(time, telemetry, List.of()) : alerts;
    }

    /**
     * Wires it; it works off nothing before {@link TaskQueue#start()}.
     *
     * @throws IllegalArgumentException if a kind has two handlers
     */
    public TaskQueue build() {
        return new DurableQueue(this);
    }
}
