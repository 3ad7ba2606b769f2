// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a call goes out, and learns how it ended. Around the engine it adds leases: a call is let out in a {@link
 * Period} and reports to that period or to none. While the circuit is closed nothing is locked here; in every other state
 * one lock keeps engine and period in step. Thread-safe.
 */
public final class Breaker {

    private final TimeSource time;
    private final BreakerWatcher watcher;
    private final OpenTimes openTimes;
    private volatile BreakerSettings settings;
    private volatile Machine machine;
    private volatile Period period = new Period(BreakerState.CLOSED, 0);
    private volatile BreakerMode mode = BreakerMode.AUTOMATIC;
    private volatile @Nullable Long pausedUntil;
    private volatile long nextOpenMillis;
    private int probesOut;

    /** Closed. {@code slowCall} is what holds where the settings name none. */
    public Breaker(
            BreakerSettings settings,
            Duration slowCall,
            TimeSource time,
            RandomGenerator random,
            BreakerWatcher watcher) {
        this.time = time;
        this.watcher = watcher;
        this.openTimes = new OpenTimes(random);
        this.settings = settings;
        this.machine = new Machine(settings, slowCall, time, () -> nextOpenMillis);
        this.nextOpenMillis = openTimes.nextMillis(settings, false);
    }

    /**
     * May a call go out now?
     *
     * @return its lease, which must be given back to exactly one of {@link #succeeded}, {@link #failed} and {@link #neutral};
     *     null for no
     */
    public @Nullable Period admit(long now) {
        if (mode != BreakerMode.AUTOMATIC) {
            return admitByHand(now);
        }
        return pausedUntil != null && pausedForNanos(now) > 0 ? null : admitByState(now);
    }

    /** The service answered. */
    public void succeeded(Period lease, long nanos) {
        report(lease, nanos, true);
    }

    /** The service did not answer, or not as one that works. */
    public void failed(Period lease, long nanos) {
        report(lease, nanos, false);
    }

    /** The call says nothing about the service: it never got there, or we called it off. */
    public void neutral(Period lease) {
        if (lease.isClosed()) {
            return;
        }
        synchronized (this) {
            if (lease == period) {
                probesOut--;
                machine.release();
            }
        }
    }

    /**
     * Lets nothing out for so long, or as long as is allowed.
     *
     * @return whether that is news: it did let something out before
     */
    public boolean pause(Duration wait) {
        Duration bounded = wait.compareTo(settings.maxPause()) > 0 ? settings.maxPause() : wait;
        long now = time.nanoTime();
        synchronized (this) {
            long before = pausedForNanos(now);
            if (bounded.toNanos() > before) {
                pausedUntil = now + bounded.toNanos();
            }
            return before == 0 && !bounded.isZero();
        }
    }

    /** How long it lets nothing out; zero when it may. */
    public long shutForNanos(long now) {
        return switch (mode) {
            case DISABLED, SHADOW -> 0;
            case FORCED_OPEN -> settings.maxOpenFor().toNanos();
            case AUTOMATIC -> Math.max(pausedForNanos(now), period.shutForNanos(now));
        };
    }

    /** How long the service wants to be left alone; zero when it does not. */
    public long pausedForNanos(long now) {
        Long until = pausedUntil;
        return until == null ? 0 : Math.max(0, until - now);
    }

    /** What it thinks of the service. */
    public BreakerState state() {
        return period.state();
    }

    /** Who decides. */
    public BreakerMode mode() {
        return mode;
    }

    /** Lets somebody else decide. What it thinks of the service stays. */
    public void mode(BreakerMode newMode) {
        mode = newMode;
    }

    /** What is in the window. */
    public BreakerFigures figures() {
        return machine.figures();
    }

    /** Goes on under other settings: same state, same time to stay open, same leases; the window is empty. */
    public synchronized void reconfigure(BreakerSettings newSettings, Duration slowCall) {
        Machine next = new Machine(newSettings, slowCall, time, () -> nextOpenMillis);
        switch (period.state()) {
            case CLOSED -> nextOpenMillis = openTimes.nextMillis(newSettings, false);
            case OPEN -> next.open(Duration.ofNanos(Math.max(1_000_000, period.shutForNanos(time.nanoTime()))));
            case HALF_OPEN -> {
                nextOpenMillis = openTimes.nextMillis(newSettings, true);
                next.halfOpen();
                for (int i = 0; i < probesOut; i++) {
                    next.tryAcquire();
                }
            }
        }
        settings = newSettings;
        machine = next;
    }

    private @Nullable Period admitByHand(long now) {
        return switch (mode) {
            case FORCED_OPEN -> null;
            case DISABLED -> Period.UNCOUNTED;
            case SHADOW, AUTOMATIC -> {
                Period lease = pausedForNanos(now) > 0 ? null : admitByState(now);
                yield lease == null && mode == BreakerMode.SHADOW ? Period.UNCOUNTED : lease;
            }
        };
    }

    private @Nullable Period admitByState(long now) {
        Period current = period;
        if (current.isClosed()) {
            return current;
        }
        if (current.shutForNanos(now) > 0) {
            return null;
        }
        boolean turned;
        Period lease;
        synchronized (this) {
            if (period.state() == BreakerState.OPEN && period.shutForNanos(now) == 0) {
                machine.halfOpen();
            }
            turned = observe();
            lease = period.isClosed() || probe() ? period : null;
        }
        tellIf(turned);
        return lease;
    }

    private boolean probe() {
        if (period.state() != BreakerState.HALF_OPEN || !machine.tryAcquire()) {
            return false;
        }
        probesOut++;
        return true;
    }

    private void report(Period lease, long nanos, boolean success) {
        if (lease != period) {
            return;
        }
        if (lease.isClosed()) {
            count(machine, nanos, success);
            if (machine.state() == BreakerState.CLOSED) {
                return;
            }
        }
        boolean turned;
        synchronized (this) {
            if (!lease.isClosed() && lease == period) {
                probesOut--;
                count(machine, nanos, success);
            }
            turned = observe();
        }
        tellIf(turned);
    }

    private static void count(Machine machine, long nanos, boolean success) {
        if (success) {
            machine.succeeded(nanos);
        } else {
            machine.failed(nanos);
        }
    }

    /** Takes over what the engine decided. Under the lock. */
    private boolean observe() {
        BreakerState now = machine.state();
        BreakerState before = period.state();
        if (now == before) {
            return false;
        }
        long openMillis = nextOpenMillis;
        if (now == BreakerState.CLOSED) {
            openTimes.recovered();
        } else if (before == BreakerState.HALF_OPEN) {
            openTimes.probesFailed();
        }
        nextOpenMillis = openTimes.nextMillis(settings, now == BreakerState.HALF_OPEN);
        probesOut = 0;
        period = new Period(now, time.nanoTime() + Duration.ofMillis(openMillis).toNanos());
        return true;
    }

    private void tellIf(boolean turned) {
        if (turned) {
            watcher.changed(period.state(), period.shutForNanos(time.nanoTime()));
        }
    }
}
