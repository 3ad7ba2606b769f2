// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.worker;

import dev.seaworthy.core.queue.store.Settlement;
import dev.seaworthy.core.queue.store.StoreException;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores outcomes, those that come at the same time in one transaction: the first thread to come stores for all that come
 * while it does. A lone outcome is stored at once. Bounded by the threads that run handlers. Thread-safe.
 */
public final class Settler {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.queue");
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final TaskStore store;
    private final int maxGroup;
    private final Stoppable stop;
    private final TimeSource time;
    private final Telemetry telemetry;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean storing;

    /** Groups of at most {@code maxGroup}; 1 stores each on its own. */
    public Settler(TaskStore store, int maxGroup, Stoppable stop, TimeSource time, Telemetry telemetry) {
        this.store = store;
        this.maxGroup = maxGroup;
        this.stop = stop;
        this.time = time;
        this.telemetry = telemetry;
    }

    private record Waiting(Settlement outcome, CompletableFuture<Boolean> applied) {}

    /**
     * Stores an outcome; again for as long as {@code patience} while the store fails.
     *
     * @return whether it was applied; if not, the entry belongs to somebody else by now, or its lease will run out
     */
    public boolean settle(Settlement outcome, Duration patience) {
        long until = time.nanoTime() + patience.toNanos();
        while (true) {
            try {
                boolean applied =
                        maxGroup == 1 ? !store.settle(List.of(outcome)).contains(outcome.id()) : together(outcome);
                if (!applied) {
                    telemetry.count("seaworthy.queue.too_late");
                }
                return applied;
            } catch (StoreException failure) {
                if (time.nanoTime() - until >= 0 || !stop.pause(PAUSE)) {
                    telemetry.count("seaworthy.queue.unsettled");
                    LOG.warn("outcome of task {} could not be stored, it will run again", outcome.id(), failure);
                    return false;
                }
            }
        }
    }

    private boolean together(Settlement outcome) {
        Waiting mine = new Waiting(outcome, new CompletableFuture<>());
        boolean first;
        synchronized (this) {
            waiting.add(mine);
            first = !storing;
            storing = true;
        }
        if (first) {
            for (List<Waiting> group = next(); group != null; group = next()) {
                store(group);
            }
        }
        return join(mine);
    }

    private static boolean join(Waiting mine) {
        try {
            return mine.applied().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof StoreException unreachable) {
                throw unreachable;
            }
            throw failure;
        }
    }

    private synchronized @Nullable List<Waiting> next() {
        if (waiting.isEmpty()) {
            storing = false;
            return null;
        }
        List<Waiting> group = new ArrayList<>();
        while (group.size() < maxGroup && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        return group;
    }

    private void store(List<Waiting> group) {
        try {
            Set<String> late = store.settle(group.stream().map(Waiting::outcome).toList());
            group.forEach(
                    one -> one.applied().complete(!late.contains(one.outcome().id())));
        } catch (Throwable failure) {
            group.forEach(one -> one.applied().completeExceptionally(failure));
        }
    }
}
