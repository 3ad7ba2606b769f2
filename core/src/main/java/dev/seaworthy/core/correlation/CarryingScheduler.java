// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Wraps every task at the moment it is scheduled. */
final class CarryingScheduler extends CarryingExecutor implements ScheduledExecutorService {

    private final ScheduledExecutorService inside;

    CarryingScheduler(ScheduledExecutorService inside) {
        super(inside);
        this.inside = inside;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return inside.schedule(Propagation.wrap(task), delay, unit);
    }

    @Override
    public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return inside.schedule(Propagation.wrap(task), delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return inside.scheduleAtFixedRate(Propagation.wrap(task), initialDelay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initialDelay, long delay, TimeUnit unit) {
        return inside.scheduleWithFixedDelay(Propagation.wrap(task), initialDelay, delay, unit);
    }
}
