// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.memory;

import dev.seaworthy.core.queue.store.GateStore;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gates of one process. Bounded by the queues and nodes of the app's own handlers. */
final class MemoryGates implements GateStore {

    private final TimeSource time;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Map<String, Instant>> successes = new LinkedHashMap<>();

    MemoryGates(TimeSource time) {
        this.time = time;
    }

    private record Row(
            Instant closedUntil,
            Closing wish,
            @Nullable String probeOwner,
            Instant probeUntil,
            @Nullable String failedBy) {}

    @Override
    public synchronized Map<String, ClosedGate> closedGates() {
        Map<String, ClosedGate> closed = new LinkedHashMap<>();
        rows.forEach((queue, row) -> closed.put(
                queue,
                new ClosedGate(
                        Duration.between(time.now(), row.closedUntil()),
                        row.wish().reason(),
                        row.wish().node())));
        return closed;
    }

    @Override
    public synchronized boolean closeGate(String queue, Closing wish) {
        Instant now = time.now();
        boolean othersSucceed = successes.getOrDefault(queue, Map.of()).entrySet().stream()
                .anyMatch(success -> !success.getKey().equals(wish.node())
                        && success.getValue().isAfter(now.minus(wish.window())));
        if (othersSucceed && !wish.window().isZero()) {
            return false;
        }
        Row row = rows.get(queue);
        Instant until = now.plus(wish.delay());
        rows.put(
                queue,
                row == null
                        ? new Row(until, wish, null, now, null)
                        : new Row(
                                row.closedUntil().isAfter(until) ? row.closedUntil() : until,
                                wish,
                                row.probeOwner(),
                                row.probeUntil(),
                                row.failedBy()));
        return true;
    }

    @Override
    public synchronized boolean openGate(String queue) {
        return rows.remove(queue) != null;
    }

    @Override
    public synchronized boolean takeProbe(String queue, Lease lease, Duration yield) {
        Row row = rows.get(queue);
        Instant now = time.now();
        if (row == null
                || row.closedUntil().isAfter(now)
                || (row.probeOwner() != null && !row.probeUntil().isBefore(now))
                || (lease.owner().equals(row.failedBy())
                        && row.closedUntil().plus(yield).isAfter(now))) {
            return false;
        }
        rows.put(
                queue, new Row(row.closedUntil(), row.wish(), lease.owner(), now.plus(lease.length()), row.failedBy()));
        return true;
    }

    @Override
    public synchronized void failProbe(String queue, String node) {
        Row row = rows.get(queue);
        if (row != null && node.equals(row.probeOwner())) {
            Instant now = time.now();
            rows.put(queue, new Row(now.plus(row.wish().delay()), row.wish(), null, now, node));
        }
    }

    @Override
    public synchronized void returnProbe(String queue, String node) {
        Row row = rows.get(queue);
        if (row != null && node.equals(row.probeOwner())) {
            rows.put(queue, new Row(row.closedUntil(), row.wish(), null, time.now(), row.failedBy()));
        }
    }

    @Override
    public synchronized void noteSuccess(String queue, String node) {
        successes.computeIfAbsent(queue, absent -> new LinkedHashMap<>()).put(node, time.now());
    }
}
