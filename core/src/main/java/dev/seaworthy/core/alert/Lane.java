// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import dev.seaworthy.core.telemetry.Telemetry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to one sink: a bounded queue, and a daemon thread that is there only while there is something to send, so that a
 * slow sink delays neither whoever raises nor the other sinks. What fails is tried again before what comes after it: an end
 * is never told before its beginning. Without a thread whoever raises sends, and nothing is tried again. Thread-safe.
 */
final class Lane {

    /** So many notices wait at most; of more, those that matter least are dropped. */
    static final int CAPACITY = 100;

    /** A notice is tried so often at most. */
    static final int ATTEMPTS = 3;

    private final Deque<Notice> waiting = new ArrayDeque<>();
    private final Outlet outlet;
    private final BiConsumer<Outlet, Boolean> changed;
    private final Telemetry telemetry;
    private final @Nullable ExecutorService worker;
    private final Duration pause;
    private int attempts;
    private boolean busy;
    private boolean closing;

    private Lane(Outlet outlet, BiConsumer<Outlet, Boolean> changed, Telemetry telemetry, @Nullable Duration pause) {
        this.outlet = outlet;
        this.changed = changed;
        this.telemetry = telemetry;
        this.pause = pause == null ? Duration.ZERO : pause;
        this.worker = pause == null ? null : idleThread("seaworthy-alert-" + outlet.name());
    }

    /** Sends on the thread that raises. */
    static Lane direct(Outlet outlet, BiConsumer<Outlet, Boolean> changed, Telemetry telemetry) {
        return new Lane(outlet, changed, telemetry, null);
    }

    /** Waits for {@code pause} after the first try of a notice that failed, twice as long after the second. */
    static Lane background(Outlet outlet, BiConsumer<Outlet, Boolean> changed, Telemetry telemetry, Duration pause) {
        return new Lane(outlet, changed, telemetry, pause);
    }

    /** A daemon thread that ends when it has had nothing to do for a second. */
    static ExecutorService idleThread(String name) {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    Outlet outlet() {
        return outlet;
    }

    /** Takes it along or drops it; never waits. */
    synchronized void offer(Notice notice) {
        if (!closing && (waiting.size() < CAPACITY || makesRoomFor(notice))) {
            waiting.add(notice);
        } else {
            drop(1);
        }
    }

    /** Drops the latest of what matters less; never the first, which is being sent. */
    private boolean makesRoomFor(Notice notice) {
        Alert.Severity severity = notice.alert().severity();
        Iterator<Notice> latestFirst = waiting.descendingIterator();
        for (int left = waiting.size(); left > 1; left--) {
            if (latestFirst.next().alert().severity().compareTo(severity) < 0) {
                latestFirst.remove();
                drop(1);
                return true;
            }
        }
        return false;
    }

    /** Sends what was taken along, unless that is happening already. */
    void go() {
        synchronized (this) {
            if (busy || closing || waiting.isEmpty()) {
                return;
            }
            busy = true;
            if (worker != null) {
                worker.execute(this::work);
                return;
            }
        }
        work();
    }

    private void work() {
        Notice next = head();
        while (next != null) {
            Outlet.Outcome outcome = outlet.attempt(next);
            if (outcome == Outlet.Outcome.FAILED && triesAgain()) {
                return;
            }
            done();
            outlet.settle(outcome == Outlet.Outcome.SENT, changed);
            next = head();
        }
    }

    private synchronized @Nullable Notice head() {
        busy = !waiting.isEmpty();
        return waiting.peek();
    }

    private synchronized void done() {
        waiting.poll();
        attempts = 0;
    }

    private synchronized boolean triesAgain() {
        attempts++;
        if (closing || attempts >= ATTEMPTS || worker == null) {
            return false;
        }
        // The JDK's own timer, which all of a process share: no thread of ours waits.
        CompletableFuture.delayedExecutor(pause.toNanos() * attempts, TimeUnit.NANOSECONDS, worker)
                .execute(this::work);
        return true;
    }

    /** Takes nothing more along; what waits is sent now, each tried once more. */
    synchronized void beginClose() {
        if (!closing && worker != null) {
            worker.execute(this::work);
            worker.shutdown();
        }
        closing = true;
    }

    /** Waits for what is being sent, and drops the rest. */
    void endClose(Duration patience) throws InterruptedException {
        if (worker == null) {
            return;
        }
        try {
            worker.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            worker.shutdownNow();
            dropAll();
        }
    }

    private synchronized void dropAll() {
        drop(waiting.size());
        waiting.clear();
    }

    private void drop(int notices) {
        for (int i = 0; i < notices; i++) {
            telemetry.count("seaworthy.alert.dropped", "sink", outlet.name());
        }
    }
}
