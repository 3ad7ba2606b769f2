// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.flight;

import dev.seaworthy.core.time.TimeSource;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one timer of all doors. Nothing is scheduled for a call: it looks into the bulkheads, where everything under way is
 * anyway, and sleeps until the nearest time to act. A call wakes it only if its own time is nearer than that, which is rare.
 * Its daemon thread ends when nothing was under way for a while, and comes back by itself.
 */
public final class Watchdog {

    private static final Watchdog SHARED = new Watchdog();
    private static final String NAME = "seaworthy-outbound-timer";
    private static final long FOREVER = Long.MAX_VALUE / 4;
    private static final long IDLE_NANOS = 10_000_000_000L;

    private final TimeSource time = TimeSource.system();
    private final List<WeakReference<Flights>> watched = new CopyOnWriteArrayList<>();
    private volatile long wakeAt = time.nanoTime() + FOREVER;
    private volatile @Nullable Thread thread;

    Watchdog() {}

    /** The one of this JVM, or of this class loader. */
    public static Watchdog shared() {
        return SHARED;
    }

    /** Looks after them as long as somebody else refers to them. */
    public void watch(Flights flights) {
        watched.removeIf(reference -> reference.get() == null);
        watched.add(new WeakReference<>(flights));
    }

    /** A flight has boarded, and has to be looked at by then. */
    public void expect(long atNanos) {
        if (atNanos - wakeAt < 0) {
            wake();
        }
    }

    private void wake() {
        Thread running = thread;
        if (running == null) {
            start();
        } else {
            LockSupport.unpark(running);
        }
    }

    private synchronized void start() {
        if (thread == null) {
            // Not with the thread-locals and the class loader of the request that happens to come first.
            Thread fresh = new Thread(null, this::run, NAME, 0, false);
            fresh.setDaemon(true);
            fresh.setContextClassLoader(null);
            thread = fresh;
            fresh.start();
        }
    }

    private void run() {
        long idleSince = time.nanoTime();
        while (true) {
            // Before looking: who boards while we look finds this and wakes us.
            wakeAt = time.nanoTime() + FOREVER;
            long next = look();
            long now = time.nanoTime();
            if (next != Long.MAX_VALUE) {
                idleSince = now;
                wakeAt = now + next;
                LockSupport.parkNanos(this, next);
            } else if (now - idleSince < IDLE_NANOS) {
                LockSupport.parkNanos(this, IDLE_NANOS);
            } else if (retire()) {
                return;
            }
        }
    }

    /** Who boards afterwards starts a new thread; who boarded just before is seen here. */
    private synchronized boolean retire() {
        thread = null;
        if (look() == Long.MAX_VALUE) {
            return true;
        }
        thread = Thread.currentThread();
        return false;
    }

    private long look() {
        long next = Long.MAX_VALUE;
        for (WeakReference<Flights> reference : watched) {
            Flights flights = reference.get();
            if (flights != null) {
                next = Math.min(next, check(flights));
            }
        }
        return next;
    }

    private static long check(Flights flights) {
        try {
            return flights.check();
        } catch (Exception | Error broken) {
            // All other doors still need their timer; this one is looked at again soon.
            return 1_000_000;
        }
    }
}
