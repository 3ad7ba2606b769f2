// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.local.LocalStore;
import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.ratelimit.store.Buckets;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that nodes share, asked from a few threads of its own, so that a request never waits longer than the deadline. */
final class SharedStore implements BucketStore {

    private static final int QUEUED_CALLS = 256;
    private static final long IDLE_SECONDS = 30;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final String description;
    private final RemoteBuckets remote;
    private final StoreSettings settings;
    private final TimeSource time;
    private final Telemetry telemetry;
    private final StoreHealth health;
    private final LocalStore local;
    private final ThreadPoolExecutor calls;
    private volatile boolean closed;

    SharedStore(
            String description, RemoteBuckets remote, StoreSettings settings, TimeSource time, Telemetry telemetry) {
        this.description = description;
        this.remote = remote;
        this.settings = settings;
        this.time = time;
        this.telemetry = telemetry;
        this.health = new StoreHealth(description, time, telemetry);
        this.local = new LocalStore(LocalStore.MAX_KEYS, time, telemetry);
        this.calls = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUED_CALLS),
                SharedStore::thread);
        calls.allowCoreThreadTimeOut(true);
        // Opens the connections before the first request would have to wait for them.
        run(this::ping);
    }

    @Override
    public Buckets open(Policy policy) {
        return new SharedBuckets(policy, this);
    }

    @Override
    public String description() {
        return description + (health.isUp() ? "" : ", does not answer now");
    }

    @Override
    public void close() {
        closed = true;
        calls.shutdownNow();
        remote.close();
    }

    /** False as well when it is time for a probe, which then is under way. */
    boolean isUp() {
        if (health.isUp() && !closed) {
            return true;
        }
        if (!closed && health.probeIsDue() && !run(this::ping)) {
            health.probeFailed();
        }
        return false;
    }

    /** False if there is no thread and no place to wait for one. */
    boolean run(Runnable call) {
        try {
            calls.execute(call);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    Decision await(Lane.Ask ask) throws ExecutionException, TimeoutException, InterruptedException {
        return ask.get(settings.deadline().toNanos(), TimeUnit.NANOSECONDS);
    }

    void failed(String how, Throwable failure) {
        if (failure instanceof BucketExecutionException && failure.getCause() == null) {
            // Other nodes were always quicker with this key: the store works all the same.
            telemetry.count("seaworthy.ratelimit.store_failed", "how", "contention");
        } else {
            health.failed(how, failure);
        }
    }

    boolean isSettled() {
        return calls.getActiveCount() == 0 && calls.getQueue().isEmpty();
    }

    RemoteBuckets remote() {
        return remote;
    }

    StoreSettings settings() {
        return settings;
    }

    LocalStore local() {
        return local;
    }

    TimeSource time() {
        return time;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    private void ping() {
        boolean wasUp = health.isUp();
        long start = time.nanoTime();
        try {
            remote.ping();
        } catch (Throwable failure) {
            if (wasUp) {
                health.failed("connect", failure);
            } else {
                health.probeFailed();
            }
            return;
        }
        // The first call of all opens connections, which may take longer.
        if (wasUp || time.nanoTime() - start <= settings.deadline().toNanos()) {
            health.works();
        } else {
            health.probeFailed();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "seaworthy-ratelimit-store-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
