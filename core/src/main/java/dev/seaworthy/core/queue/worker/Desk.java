// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.worker;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.gate.Gate;
import dev.seaworthy.core.queue.run.Handlers;
import dev.seaworthy.core.queue.run.Origin;
import dev.seaworthy.core.queue.run.Runner;
import dev.seaworthy.core.queue.run.Verdict;
import dev.seaworthy.core.queue.run.Verdict.Reached;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.Settlement;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.queue.worker.Leases.Held;
import dev.seaworthy.core.telemetry.Telemetry;
import java.time.Duration;
import java.util.Locale;

/** Runs an entry from lease to stored outcome, tells its gate, and counts. Thread-safe. */
public final class Desk {

    private final Handlers handlers;
    private final Runner runner;
    private final Leases leases;
    private final Settler settler;
    private final Alerts alerts;
    private final Telemetry telemetry;

    /** Wires it. */
    public Desk(Handlers handlers, Runner runner, Leases leases, Settler settler, Alerts alerts, Telemetry telemetry) {
        this.handlers = handlers;
        this.runner = runner;
        this.leases = leases;
        this.settler = settler;
        this.alerts = alerts;
        this.telemetry = telemetry;
    }

    Lease lease() {
        return leases.lease();
    }

    Held hold(StoredTask task) {
        return leases.hold(task);
    }

    /** The first attempt, on the caller's thread; {@code patience} is how long the caller waits for a failing store. */
    public <P, R> Verdict first(
            StoredTask task, TaskHandler<P, R> handler, P payload, Gate gate, boolean probe, Duration patience) {
        Held held = leases.hold(task);
        leases.begin(held, handler.options().timeout());
        Verdict verdict = runner.first(task, handler, payload);
        store(held, verdict, patience);
        tell(gate, verdict.reached(), probe);
        return verdict;
    }

    void redeliver(Held held, Gate gate, boolean probe) {
        TaskHandler<?, ?> handler = handlers.find(held.task().kind());
        Duration timeout =
                handler == null ? Duration.ofMinutes(1) : handler.options().timeout();
        leases.begin(held, timeout);
        Verdict verdict = runner.redeliver(held.task());
        store(held, verdict, leases.lease().length());
        tell(gate, verdict.reached(), probe);
    }

    void expire(StoredTask task) {
        Verdict verdict = runner.expire(task);
        if (settler.settle(verdict.settlement(), Duration.ZERO)) {
            record(task, verdict.settlement());
        }
    }

    private void store(Held held, Verdict verdict, Duration patience) {
        boolean ours = leases.end(held);
        Settlement outcome = verdict.settlement();
        // What was handed back meanwhile must not cost an attempt; but what is done is done.
        if ((ours || outcome.state() == TaskState.DONE) && settler.settle(outcome, patience)) {
            record(held.task(), outcome);
        }
    }

    private static void tell(Gate gate, Reached reached, boolean probe) {
        if (probe) {
            gate.probed(reached == Reached.YES);
        } else if (reached == Reached.YES) {
            gate.succeeded();
        }
    }

    private void record(StoredTask task, Settlement outcome) {
        String what = outcome.state() != TaskState.READY
                ? outcome.state().name().toLowerCase(Locale.ROOT)
                : outcome.attempts() > 0 ? "retry" : "snooze";
        telemetry.count("seaworthy.queue.outcome", "outcome", what);
        if (outcome.state().isDeadLetter()) {
            alerts.raise(new Alert(
                    outcome.state() == TaskState.DEAD ? "TASK_DEAD" : "TASK_EXPIRED",
                    task.queue(),
                    "A call of kind " + task.kind() + " was given up and is kept as a dead letter: " + outcome.reason(),
                    Origin.correlationId(task.context())));
        }
    }
}
