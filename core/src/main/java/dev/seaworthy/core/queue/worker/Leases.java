// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.worker;

import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What this node holds, in memory: only that is renewed, so that an entry whose outcome could not be stored is not held for
 * ever. Bounded by the threads that run handlers. Thread-safe.
 */
public final class Leases {

    private final TaskStore store;
    private final Lease lease;
    private final TimeSource time;
    private final Telemetry telemetry;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** All under this lease. */
    public Leases(TaskStore store, Lease lease, TimeSource time, Telemetry telemetry) {
        this.store = store;
        this.lease = lease;
        this.time = time;
        this.telemetry = telemetry;
    }

    /** One of them. */
    public static final class Held {

        private final StoredTask task;
        private @Nullable Thread thread;
        private long timeoutAt;
        private boolean over;

        private Held(StoredTask task) {
            this.task = task;
        }

        /** The entry. */
        public StoredTask task() {
            return task;
        }

        private synchronized void begin(Thread runner, long timeout) {
            thread = runner;
            timeoutAt = timeout;
        }

        private synchronized boolean end() {
            boolean first = !over;
            over = true;
            thread = null;
            return first;
        }

        private synchronized void interrupt() {
            if (thread != null) {
                thread.interrupt();
            }
        }

        private synchronized boolean isTimedOut(long now) {
            return thread != null && now - timeoutAt >= 0;
        }
    }

    /** The lease under which entries are claimed. */
    public Lease lease() {
        return lease;
    }

    /** Begins to renew it. */
    public Held hold(StoredTask task) {
        Held taken = new Held(task);
        held.put(task.id(), taken);
        return taken;
    }

    /** This thread runs it, for as long as this. */
    public void begin(Held taken, Duration timeout) {
        taken.begin(Thread.currentThread(), time.nanoTime() + timeout.toNanos());
    }

    /**
     * Ends renewing it. An interrupt meant for its run does not outlive this.
     *
     * @return false if it was handed back or taken away meanwhile: its outcome counts only if it is done
     */
    public boolean end(Held taken) {
        boolean first = taken.end();
        held.remove(taken.task().id(), taken);
        Thread.interrupted();
        return first;
    }

    /** Takes all of them from their runs, which are interrupted: this node stops. */
    public List<StoredTask> handBack() {
        List<StoredTask> tasks = new ArrayList<>();
        for (Held taken : List.copyOf(held.values())) {
            taken.interrupt();
            if (taken.end()) {
                tasks.add(taken.task());
            }
            held.remove(taken.task().id(), taken);
        }
        return tasks;
    }

    /** Whether nothing is held. */
    public boolean isEmpty() {
        return held.isEmpty();
    }

    /** Renews all but those whose run takes too long; those are interrupted and left to expire. */
    public void renew() {
        Map<String, Held> good = new HashMap<>();
        long now = time.nanoTime();
        held.forEach((id, taken) -> {
            if (taken.isTimedOut(now)) {
                telemetry.count(
                        "seaworthy.queue.timed_out", "queue", taken.task().queue());
                held.remove(id, taken);
                taken.interrupt();
            } else {
                good.put(id, taken);
            }
        });
        if (good.isEmpty()) {
            return;
        }
        Set<String> renewed = store.renew(good.keySet(), lease);
        good.forEach((id, taken) -> {
            if (!renewed.contains(id) && held.get(id) == taken) {
                telemetry.count(
                        "seaworthy.queue.lease_lost", "queue", taken.task().queue());
                held.remove(id, taken);
            }
        });
    }
}
