// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.engine;

import dev.seaworthy.core.queue.Submission;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.gate.Gates;
import dev.seaworthy.core.queue.gate.Gates.GateSettings;
import dev.seaworthy.core.queue.gate.QueueGate;
import dev.seaworthy.core.queue.receipt.Receipt;
import dev.seaworthy.core.queue.receipt.Receipt.State;
import dev.seaworthy.core.queue.run.Failures;
import dev.seaworthy.core.queue.run.Handlers;
import dev.seaworthy.core.queue.run.Runner;
import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.queue.worker.Desk;
import dev.seaworthy.core.queue.worker.Janitor;
import dev.seaworthy.core.queue.worker.Janitor.JanitorSettings;
import dev.seaworthy.core.queue.worker.Leases;
import dev.seaworthy.core.queue.worker.Settler;
import dev.seaworthy.core.queue.worker.Stoppable;
import dev.seaworthy.core.queue.worker.Worker;
import dev.seaworthy.core.queue.worker.Worker.Tools;
import dev.seaworthy.core.queue.worker.Worker.WorkerSettings;
import dev.seaworthy.core.time.TimeSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All parts of the queue of a node. */
final class DurableQueue implements TaskQueue {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final TaskStore store;
    private final TimeSource time;
    private final Handlers handlers;
    private final Gates gates;
    private final Intake intake;
    private final Receipts receipts;
    private final Submitter submitter;
    private final Worker worker;
    private final Service service;
    private final QueueOffice office;

    DurableQueue(TaskQueueBuilder parts) {
        this.store = parts.store;
        this.time = parts.time;
        this.handlers = new Handlers(parts.handlers);
        QueueSettings settings = parts.settings;
        String node = "node-"
                + HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextLong());
        Lease lease = new Lease(node, settings.lease());
        Stoppable stop = new Stoppable();
        Tools tools = new Tools(time, parts.telemetry, stop);
        this.gates = new Gates(
                store,
                handlers.queues(),
                new GateSettings(node, settings.gateWindow(), settings.lease()),
                time,
                parts.telemetry);
        Leases leases = new Leases(store, lease, time, parts.telemetry);
        Desk desk = new Desk(
                handlers,
                new Runner(handlers, parts.codec, new Failures(parts.rules), settings.maxUnheard(), parts.telemetry),
                leases,
                new Settler(store, settings.groupSize(), stop, time, parts.telemetry),
                parts.alerts(),
                parts.telemetry);
        this.intake = new Intake(handlers, parts.codec, parts.principal);
        this.receipts = new Receipts(handlers, gates, time);
        this.submitter = new Submitter(store, intake, desk, receipts, parts.codec, lease);
        this.worker = new Worker(
                store,
                handlers,
                desk,
                gates,
                new WorkerSettings(settings.threads(), settings.pollInterval(), settings.drainPerSecond()),
                tools);
        Janitor janitor = new Janitor(
                store,
                handlers,
                desk,
                new JanitorSettings(settings.keepDone(), settings.alertAge()),
                parts.alerts(),
                parts.telemetry);
        this.service = new Service(store, settings, worker, leases, janitor, stop);
        this.office = new QueueOffice(store, handlers, gates, worker::nudge);
    }

    @Override
    public <P> Receipt enqueue(TaskHandler<P, ?> task, P payload, @Nullable String key) {
        return place(task, payload, key, true);
    }

    @Override
    public <P> Receipt enqueueNow(TaskHandler<P, ?> task, P payload, @Nullable String key) {
        Receipt receipt = place(task, payload, key, false);
        worker.nudge();
        return receipt;
    }

    private <P> Receipt place(TaskHandler<P, ?> task, P payload, @Nullable String key, boolean joining) {
        NewTask entry = intake.take(task, payload, key, null);
        Optional<StoredTask> known = store.place(entry, joining);
        return known.map(receipts::of).orElseGet(() -> receipts.of(entry, State.QUEUED));
    }

    @Override
    public <P, R> Submission<R> submit(TaskHandler<P, R> task, P payload, String key) {
        handlers.check(task);
        return submitter.submit(task, payload, key, gates.of(task.options().queue()), time.now());
    }

    @Override
    public Optional<Receipt> receipt(String id) {
        return ID.matcher(id).matches() ? store.find(id).map(receipts::of) : Optional.empty();
    }

    @Override
    public boolean mayRead(String id, @Nullable String principal) {
        if (!ID.matcher(id).matches()) {
            return false;
        }
        return store.find(id)
                .map(task -> task.principal() == null || task.principal().equals(Intake.digest(principal)))
                .orElse(false);
    }

    @Override
    public QueueGate gate(String queue) {
        return gates.of(queue);
    }

    @Override
    public QueueOffice office() {
        return office;
    }

    @Override
    public void start() {
        service.start();
    }

    @Override
    public void close() {
        service.stop();
    }
}
