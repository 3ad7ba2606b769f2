// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.worker;

import dev.seaworthy.core.queue.gate.Gates;
import dev.seaworthy.core.queue.run.Handlers;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.queue.worker.Leases.Held;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims what is due, no more than free threads can take, and runs it. */
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.queue");
    private static final int RAMP_ROUNDS_PER_INTERVAL = 20;
    private static final int MAX_BACKOFF = 30;

    private final TaskStore store;
    private final Desk desk;
    private final Gates gates;
    private final WorkerSettings settings;
    private final Tools tools;
    private final List<Lane> lanes = new ArrayList<>();
    private final Semaphore free;
    private final Bell bell = new Bell();
    private final ExecutorService threads;
    private final Thread poller;
    private long refreshAt;
    private int failedRounds;

    /** Not running yet. */
    public Worker(TaskStore store, Handlers handlers, Desk desk, Gates gates, WorkerSettings settings, Tools tools) {
        this.store = store;
        this.desk = desk;
        this.gates = gates;
        this.settings = settings;
        this.tools = tools;
        this.free = new Semaphore(settings.threads());
        this.threads = Executors.newFixedThreadPool(settings.threads(), named("seaworthy-queue-"));
        this.poller = new Thread(this::poll, "seaworthy-queue-poller");
        poller.setDaemon(true);
        refreshAt = tools.time().nanoTime();
        for (String queue : handlers.queues()) {
            Lane lane = new Lane(
                    handlers.known(queue),
                    gates.of(queue),
                    settings.drainPerSecond(),
                    settings.pollInterval(),
                    tools.time());
            lane.gate().onHalfOpen(bell::ring);
            lanes.add(lane);
        }
    }

    /**
     * How it works.
     *
     * @param threads that run handlers
     * @param pollInterval how often it looks where nothing tells it to
     * @param drainPerSecond entries of a queue claimed in a second while its backlog drains after an outage
     */
    public record WorkerSettings(int threads, Duration pollInterval, int drainPerSecond) {}

    /** What everybody here needs. */
    public record Tools(TimeSource time, Telemetry telemetry, Stoppable stop) {}

    private static java.util.concurrent.ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Begins. */
    public void start() {
        poller.start();
    }

    /** Something was stored: look at once. */
    public void nudge() {
        lanes.forEach(Lane::hurry);
        bell.ring();
    }

    /** Claims nothing any more; what runs goes on. Called after {@link Stoppable#stop()}. */
    public void stopClaiming() {
        bell.ring();
        join(poller);
        threads.shutdown();
    }

    /** Waits for the threads that run handlers; whether they are done. */
    public boolean await(Duration atMost) {
        try {
            return threads.awaitTermination(atMost.toNanos(), java.util.concurrent.TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void poll() {
        while (!tools.stop().isStopped()) {
            try {
                boolean more = round();
                failedRounds = 0;
                if (!more) {
                    bell.await(pause());
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (Throwable failure) {
                failed(failure);
            }
        }
    }

    private void failed(Throwable failure) {
        tools.telemetry().count("seaworthy.queue.store_failed");
        if (failedRounds++ == 0) {
            LOG.warn("queue could not look for work; it goes on trying, without a word until it succeeds", failure);
        }
        tools.stop().pause(settings.pollInterval().multipliedBy(Math.min(MAX_BACKOFF, failedRounds)));
    }

    private Duration pause() {
        boolean ramping = lanes.stream().anyMatch(Lane::isRamping);
        Duration base = ramping ? settings.pollInterval().dividedBy(RAMP_ROUNDS_PER_INTERVAL) : settings.pollInterval();
        // Nodes that were started together should not ask together for ever.
        double jitter = 0.8 + 0.4 * RandomGenerator.getDefault().nextDouble();
        return Duration.ofNanos((long) (base.toNanos() * jitter));
    }

    /** Asks each lane once; whether it is worth asking again at once. */
    private boolean round() {
        long now = tools.time().nanoTime();
        if (refreshAt - now <= 0) {
            gates.refresh();
            refreshAt = now + settings.pollInterval().toNanos();
        }
        boolean more = false;
        for (int i = 0; i < lanes.size(); i++) {
            int share = share(lanes.size() - i);
            if (share > 0) {
                more |= serve(lanes.get(i), share);
            }
        }
        // The first lane is asked with the smallest share.
        Collections.rotate(lanes, 1);
        return more && free.availablePermits() > 0;
    }

    private int share(int lanesLeft) {
        int now = free.availablePermits();
        return (now + lanesLeft - 1) / lanesLeft;
    }

    private boolean serve(Lane lane, int share) {
        Lane.Catch caught = lane.claim(store, share, desk.lease());
        for (StoredTask task : caught.tasks()) {
            Held held = desk.hold(task);
            free.acquireUninterruptibly();
            threads.execute(() -> run(lane, held, caught.probe()));
        }
        return lane.isFull() && !lane.isRamping();
    }

    private void run(Lane lane, Held held, boolean probe) {
        try {
            desk.redeliver(held, lane.gate(), probe);
        } catch (Throwable failure) {
            LOG.error(
                    "queue could not run task {}, it will run again",
                    held.task().id(),
                    failure);
        } finally {
            free.release();
            if (lane.isFull()) {
                bell.ring();
            }
        }
    }
}
