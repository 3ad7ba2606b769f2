// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.correlation;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.SchedulingAwareRunnable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/** Gives each run of a scheduled task a fresh correlation, unless one is open already. */
final class ScheduledWork implements TaskScheduler {

    private final TaskScheduler inside;
    private final Supplier<CorrelationResolver> resolver;

    ScheduledWork(TaskScheduler inside, Supplier<CorrelationResolver> resolver) {
        this.inside = inside;
        this.resolver = resolver;
    }

    @Override
    public Clock getClock() {
        return inside.getClock();
    }

    @Override
    public @Nullable ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
        return inside.schedule(new Run(task, resolver), trigger);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
        return inside.schedule(new Run(task, resolver), startTime);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
        return inside.scheduleAtFixedRate(new Run(task, resolver), startTime, period);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
        return inside.scheduleAtFixedRate(new Run(task, resolver), period);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
        return inside.scheduleWithFixedDelay(new Run(task, resolver), startTime, delay);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
        return inside.scheduleWithFixedDelay(new Run(task, resolver), delay);
    }

    /** Keeps what the scheduler reads off a task: which scheduler it wants. */
    private record Run(Runnable task, Supplier<CorrelationResolver> resolver) implements SchedulingAwareRunnable {

        @Override
        public void run() {
            if (Correlation.current() != null) {
                task.run();
                return;
            }
            try (CorrelationScope ignored = resolver.get().fresh().open()) {
                task.run();
            }
        }

        @Override
        public boolean isLongLived() {
            return task instanceof SchedulingAwareRunnable aware && aware.isLongLived();
        }

        @Override
        public @Nullable String getQualifier() {
            return task instanceof SchedulingAwareRunnable aware ? aware.getQualifier() : null;
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }
}
