// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.engine;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.TestCodec;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Queues over one store with a quick rhythm, closed together. */
final class QueueBed implements AutoCloseable {

    static final QueueSettings QUICK = QueueSettings.withDefaults()
            .withThreads(4)
            .withDrainTime(Duration.ofSeconds(5))
            .withRhythm(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofMillis(300));

    final TaskStore store;
    final Telemetry telemetry = new Telemetry();
    final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private final List<TaskQueue> queues = new ArrayList<>();

    QueueBed(TaskStore store) {
        this.store = store;
    }

    TaskQueueBuilder builder(TaskHandler<?, ?>... handlers) {
        return TaskQueue.builder(store, new TestCodec())
                .handlers(List.of(handlers))
                .settings(QUICK)
                .alerts(new Alerts(TimeSource.system(), telemetry, List.of(alerts::add)))
                .telemetry(telemetry);
    }

    TaskQueue idle(TaskHandler<?, ?>... handlers) {
        return keep(builder(handlers).build());
    }

    TaskQueue started(TaskHandler<?, ?>... handlers) {
        TaskQueue queue = idle(handlers);
        queue.start();
        return queue;
    }

    TaskQueue keep(TaskQueue queue) {
        queues.add(queue);
        return queue;
    }

    @Override
    public void close() {
        queues.forEach(TaskQueue::close);
    }
}
