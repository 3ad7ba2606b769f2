// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.memory;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.Settlement;
import dev.seaworthy.core.queue.store.StoredTask;
import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entries in memory, for tests and for apps without a database. A restart loses them all. At most a fixed number is kept;
 * beyond, entries are refused, not forgotten. There is no transaction to join: joining stores at once. Thread-safe.
 */
public final class InMemoryTaskStore implements TaskStore {

    /** So many entries are kept unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 10_000;

    private final TimeSource time;
    private final int capacity;
    private final MemoryGates gates;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<List<String>, String> idsByKey = new LinkedHashMap<>();

    /** Holds {@link #DEFAULT_CAPACITY} entries. */
    public InMemoryTaskStore(TimeSource time) {
        this(time, DEFAULT_CAPACITY);
    }

    /** Holds so many entries. */
    public InMemoryTaskStore(TimeSource time, int capacity) {
        this.time = time;
        this.capacity = capacity;
        this.gates = new MemoryGates(time);
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public boolean inTransaction() {
        return false;
    }

    @Override
    public synchronized Optional<StoredTask> place(NewTask task, boolean joining) {
        String known = task.key() == null ? null : idsByKey.get(List.of(task.kind(), task.key()));
        if (known != null) {
            return find(known);
        }
        if (entries.size() >= capacity) {
            throw new ProblemException(
                    Classification.of(FailureClass.LOCALLY_REFUSED),
                    "queue in memory must not hold more, got entry " + (capacity + 1)
                            + "; raise its capacity, or give it a database");
        }
        entries.put(task.id(), Entry.of(task, now()));
        if (task.key() != null) {
            idsByKey.put(List.of(task.kind(), task.key()), task.id());
        }
        return Optional.empty();
    }

    @Override
    public synchronized List<StoredTask> claim(Known known, int limit, Lease lease) {
        Instant now = now();
        return entries.values().stream()
                .filter(entry -> entry.task().state() == TaskState.READY)
                .filter(entry -> !entry.task().runAt().isAfter(now) && knows(known, entry.task()))
                .sorted(Comparator.comparing(entry -> entry.task().runAt()))
                .limit(limit)
                .toList()
                .stream()
                .map(entry -> put(entry.leased(lease, now)))
                .toList();
    }

    @Override
    public synchronized Set<String> renew(Set<String> ids, Lease lease) {
        Instant now = now();
        Set<String> held = new HashSet<>();
        for (String id : ids) {
            Entry entry = entries.get(id);
            if (entry != null && entry.isHeldBy(lease.owner())) {
                entries.put(id, entry.until(lease.owner(), now.plus(lease.length())));
                held.add(id);
            }
        }
        return held;
    }

    @Override
    public synchronized Set<String> settle(List<Settlement> outcomes) {
        Set<String> late = new HashSet<>();
        for (Settlement outcome : outcomes) {
            Entry entry = entries.get(outcome.id());
            if (entry == null
                    || entry.task().fence() != outcome.fence()
                    || entry.task().state().isFinal()) {
                late.add(outcome.id());
            } else {
                put(entry.settled(outcome, now()));
            }
        }
        return late;
    }

    @Override
    public synchronized int rescue(Known known) {
        Instant now = now();
        List<Entry> lost = select(task -> task.state() == TaskState.RUNNING && knows(known, task))
                .filter(entry -> entry.leaseUntil().isBefore(now))
                .toList();
        lost.forEach(entry -> put(entry.ready(now)));
        return lost.size();
    }

    @Override
    public synchronized List<StoredTask> overdue(Known known, int limit) {
        Instant now = now();
        return select(task -> task.state() == TaskState.READY && knows(known, task))
                .map(entry -> entry.readAt(now))
                .filter(StoredTask::isOverdue)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int purge(Known known, Duration keep, int limit) {
        Instant before = now().minus(keep);
        List<StoredTask> old = select(task -> (task.state() == TaskState.DONE || task.state() == TaskState.REFUSED)
                        && knows(known, task)
                        && task.finishedAt() != null
                        && task.finishedAt().isBefore(before))
                .map(Entry::task)
                .limit(limit)
                .toList();
        for (StoredTask task : old) {
            entries.remove(task.id());
            if (task.key() != null) {
                idsByKey.remove(List.of(task.kind(), task.key()));
            }
        }
        return old.size();
    }

    @Override
    public synchronized Optional<StoredTask> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(entry -> entry.readAt(now()));
    }

    @Override
    public synchronized List<StoredTask> dead(@Nullable String queue, int limit) {
        return select(task -> task.state().isDeadLetter() && (queue == null || queue.equals(task.queue())))
                .map(Entry::task)
                .sorted(Comparator.comparing(InMemoryTaskStore::end).reversed())
                .limit(limit)
                .toList();
    }

    private static Instant end(StoredTask task) {
        Instant end = task.finishedAt();
        return end == null ? task.runAt() : end;
    }

    @Override
    public synchronized int redrive(List<String> ids, Duration giveUpAfter) {
        int count = 0;
        for (String id : ids) {
            Entry entry = entries.get(id);
            if (entry != null && entry.task().state().isDeadLetter()) {
                put(entry.redriven(now(), giveUpAfter));
                count++;
            }
        }
        return count;
    }

    @Override
    public synchronized Map<String, Depth> depth() {
        Map<String, Depth> depths = new LinkedHashMap<>();
        Instant now = now();
        entries.values().forEach(entry -> depths.merge(entry.task().queue(), entry.depth(now), Entry::sum));
        return depths;
    }

    private StoredTask put(Entry entry) {
        entries.put(entry.task().id(), entry);
        return entry.task();
    }

    private Stream<Entry> select(Predicate<StoredTask> wanted) {
        return entries.values().stream().filter(entry -> wanted.test(entry.task()));
    }

    private static boolean knows(Known known, StoredTask task) {
        Integer newest = known.versions().get(task.kind());
        return newest != null
                && task.version() <= newest
                && (known.queue() == null || known.queue().equals(task.queue()));
    }

    @Override
    public Map<String, ClosedGate> closedGates() {
        return gates.closedGates();
    }

    @Override
    public boolean closeGate(String queue, Closing wish) {
        return gates.closeGate(queue, wish);
    }

    @Override
    public boolean openGate(String queue) {
        return gates.openGate(queue);
    }

    @Override
    public boolean takeProbe(String queue, Lease lease, Duration yield) {
        return gates.takeProbe(queue, lease, yield);
    }

    @Override
    public void failProbe(String queue, String node) {
        gates.failProbe(queue, node);
    }

    @Override
    public void returnProbe(String queue, String node) {
        gates.returnProbe(queue, node);
    }

    @Override
    public void noteSuccess(String queue, String node) {
        gates.noteSuccess(queue, node);
    }
}
