// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.gate;

import dev.seaworthy.core.queue.gate.Gates.GateSettings;
import dev.seaworthy.core.queue.store.GateStore;
import dev.seaworthy.core.queue.store.GateStore.ClosedGate;
import dev.seaworthy.core.queue.store.GateStore.Closing;
import dev.seaworthy.core.queue.store.StoreException;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate of one queue as this node sees it: its own pause, and what all nodes know together. */
public final class Gate implements QueueGate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final int MAX_LISTENERS = 100;

    private final String queue;
    private final GateStore store;
    private final GateSettings settings;
    private final TimeSource time;
    private final Telemetry telemetry;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private boolean paused;
    private long pausedUntil;
    private boolean closed;
    private long closedUntil;
    private boolean succeeded;
    private long successNoted;
    private boolean successEverNoted;

    Gate(String queue, GateStore store, GateSettings settings, TimeSource time, Telemetry telemetry) {
        this.queue = queue;
        this.store = store;
        this.settings = settings;
        this.time = time;
        this.telemetry = telemetry;
    }

    @Override
    public void pause(Duration wait, String reason) {
        synchronized (this) {
            paused = true;
            pausedUntil = time.nanoTime() + wait.toNanos();
        }
        telemetry.count("seaworthy.queue.paused", "queue", queue);
        close(new Closing(settings.node(), wait, reason, settings.window()));
    }

    @Override
    public void hold(Duration wait, String reason) {
        close(new Closing(settings.node(), wait, reason, Duration.ZERO));
    }

    private void close(Closing wish) {
        quietly("close", () -> {
            if (store.closeGate(queue, wish)) {
                telemetry.count("seaworthy.queue.gate_closed", "queue", queue);
                remember(wish.delay());
            }
        });
    }

    @Override
    public void open() {
        quietly("open", () -> {
            if (store.openGate(queue)) {
                telemetry.count("seaworthy.queue.gate_opened", "queue", queue);
            }
        });
        boolean wasShut;
        synchronized (this) {
            wasShut = paused || closed;
            paused = false;
            closed = false;
        }
        if (wasShut) {
            tell();
        }
    }

    @Override
    public void succeeded() {
        synchronized (this) {
            succeeded = true;
        }
    }

    @Override
    public synchronized Optional<Duration> closedFor() {
        long now = time.nanoTime();
        long left = Math.max(closed ? closedUntil - now : -1, paused ? pausedUntil - now : -1);
        return closed || left > 0 ? Optional.of(Duration.ofNanos(Math.max(0, left))) : Optional.empty();
    }

    @Override
    public void onHalfOpen(Runnable listener) {
        if (listeners.size() >= MAX_LISTENERS) {
            throw new IllegalStateException("gate of queue " + queue + " must have at most " + MAX_LISTENERS
                    + " listeners, got one more; register one for each breaker, once");
        }
        listeners.add(listener);
    }

    /** Whether entries may go through now. Takes the probe lease where one is due. */
    public Admission admit() {
        boolean wake = false;
        boolean due;
        synchronized (this) {
            long now = time.nanoTime();
            if (paused && pausedUntil - now > 0) {
                return Admission.CLOSED;
            }
            if (paused) {
                paused = false;
                wake = true;
            }
            if (closed && closedUntil - now > 0) {
                return Admission.CLOSED;
            }
            due = closed;
        }
        if (due) {
            wake = store.takeProbe(queue, settings.lease(), settings.probeLease());
        }
        if (wake) {
            tell();
        }
        return !due ? Admission.OPEN : wake ? Admission.PROBE : Admission.CLOSED;
    }

    /** The entry that went through as a probe reached the service, or not. */
    public void probed(boolean reached) {
        if (reached) {
            open();
        } else {
            quietly("fail the probe of", () -> store.failProbe(queue, settings.node()));
        }
    }

    /** There was nothing to try. */
    public void probedNothing() {
        quietly("return the probe of", () -> store.returnProbe(queue, settings.node()));
    }

    /** Compares with the nodes' common knowledge. */
    void see(@Nullable ClosedGate common) {
        boolean opened;
        synchronized (this) {
            opened = closed && common == null;
            closed = common != null;
            if (common != null) {
                closedUntil = time.nanoTime() + common.remaining().toNanos();
            }
            if (opened) {
                paused = false;
            }
        }
        if (opened) {
            tell();
        }
        noteSuccess();
    }

    private void noteSuccess() {
        synchronized (this) {
            long now = time.nanoTime();
            boolean recent =
                    successEverNoted && now - successNoted < settings.window().toNanos() / 4;
            if (!succeeded || recent) {
                return;
            }
            succeeded = false;
            successEverNoted = true;
            successNoted = now;
        }
        store.noteSuccess(queue, settings.node());
    }

    private synchronized void remember(Duration wait) {
        closed = true;
        closedUntil = time.nanoTime() + wait.toNanos();
    }

    private void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException broken) {
                telemetry.count("seaworthy.queue.listener_failed");
                LOG.warn("a listener of the gate of queue {} failed and is passed over", queue, broken);
            }
        }
    }

    private void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (StoreException unreachable) {
            telemetry.count("seaworthy.queue.store_failed");
            LOG.warn("could not {} the gate of queue {} for all nodes, only this one knows", what, queue, unreachable);
        }
    }
}
