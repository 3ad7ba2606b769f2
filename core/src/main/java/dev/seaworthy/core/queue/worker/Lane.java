// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.worker;

import dev.seaworthy.core.queue.gate.Admission;
import dev.seaworthy.core.queue.gate.Gate;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.queue.store.TaskStore.Known;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** One queue on this node: asks its gate, its ramp, then the store; and does not ask again soon where nothing was due. */
final class Lane {

    private final Known known;
    private final Gate gate;
    private final Ramp ramp;
    private final Duration interval;
    private final TimeSource time;
    private long askAt;
    private volatile boolean full;

    Lane(Known known, Gate gate, int drainPerSecond, Duration interval, TimeSource time) {
        this.known = known;
        this.gate = gate;
        this.ramp = new Ramp(drainPerSecond);
        this.interval = interval;
        this.time = time;
        this.askAt = time.nanoTime();
        gate.onHalfOpen(this::ramp);
    }

    private void ramp() {
        // Nodes that all begin at the same moment are what a service that has just come back does not need.
        double part = RandomGenerator.getDefault().nextDouble();
        ramp.start(time.nanoTime(), Duration.ofNanos((long) (interval.toNanos() * part)));
        hurry();
    }

    /** What it claimed, and whether it is a probe. */
    record Catch(List<StoredTask> tasks, boolean probe) {

        static final Catch NOTHING = new Catch(List.of(), false);
    }

    Gate gate() {
        return gate;
    }

    /** Whether more is waiting, as far as the last look could tell. */
    boolean isFull() {
        return full;
    }

    boolean isRamping() {
        return ramp.isActive();
    }

    synchronized void hurry() {
        askAt = time.nanoTime();
    }

    Catch claim(TaskStore store, int free, Lease lease) {
        synchronized (this) {
            if (askAt - time.nanoTime() > 0) {
                return Catch.NOTHING;
            }
        }
        Admission admission = gate.admit();
        int limit = admission == Admission.PROBE ? 1 : ramp.permits(free, time.nanoTime());
        if (admission == Admission.CLOSED || limit == 0) {
            full = false;
            return Catch.NOTHING;
        }
        List<StoredTask> tasks = store.claim(known, limit, lease);
        full = tasks.size() == limit;
        if (admission == Admission.PROBE) {
            if (tasks.isEmpty()) {
                gate.probedNothing();
                waitFor(interval);
            }
        } else {
            ramp.claimed(limit, tasks.size());
            if (!full) {
                waitFor(interval);
            }
        }
        return new Catch(tasks, admission == Admission.PROBE);
    }

    private synchronized void waitFor(Duration pause) {
        askAt = time.nanoTime() + pause.toNanos();
    }
}
