// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.engine;

import dev.seaworthy.core.queue.store.Settlement;
import dev.seaworthy.core.queue.store.StoreException;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.queue.worker.Janitor;
import dev.seaworthy.core.queue.worker.Leases;
import dev.seaworthy.core.queue.worker.Stoppable;
import dev.seaworthy.core.queue.worker.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the threads of a node's queue. */
final class Service {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.queue");
    private static final int RENEWALS_PER_LEASE = 3;

    private final TaskStore store;
    private final QueueSettings settings;
    private final Worker worker;
    private final Leases leases;
    private final Janitor janitor;
    private final Stoppable stop;
    private final ScheduledExecutorService clockwork;
    private boolean started;
    private boolean stopped;

    Service(TaskStore store, QueueSettings settings, Worker worker, Leases leases, Janitor janitor, Stoppable stop) {
        this.store = store;
        this.settings = settings;
        this.worker = worker;
        this.leases = leases;
        this.janitor = janitor;
        this.stop = stop;
        // Two, so that a slow look-round keeps no lease from being renewed.
        this.clockwork = Executors.newScheduledThreadPool(2, work -> {
            Thread thread = new Thread(work, "seaworthy-queue-clockwork");
            thread.setDaemon(true);
            return thread;
        });
        every(settings.lease().dividedBy(RENEWALS_PER_LEASE), this::renew);
    }

    synchronized void start() {
        if (started || stopped) {
            return;
        }
        started = true;
        worker.start();
        every(settings.scanInterval(), janitor::round);
    }

    private void every(Duration interval, Runnable work) {
        clockwork.scheduleWithFixedDelay(work, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void renew() {
        try {
            leases.renew();
        } catch (RuntimeException failure) {
            LOG.warn("leases could not be renewed; tried again in a third of their time", failure);
        }
    }

    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        stop.stop();
        worker.stopClaiming();
        worker.await(settings.drainTime());
        handBack(leases.handBack());
        worker.await(Duration.ofSeconds(1));
        clockwork.shutdownNow();
    }

    private void handBack(List<StoredTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        try {
            store.settle(tasks.stream().map(Settlement::release).toList());
            LOG.info("{} entries were handed back unharmed, other nodes carry them out", tasks.size());
        } catch (StoreException failure) {
            LOG.warn(
                    "{} entries could not be handed back; they run elsewhere once their leases end",
                    tasks.size(),
                    failure);
        }
    }
}
