// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.run;

import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.store.TaskStore.Known;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All handlers of this node. Immutable. */
public final class Handlers {

    private final Map<String, TaskHandler<?, ?>> byKind = new LinkedHashMap<>();
    private final Map<String, Known> byQueue = new TreeMap<>();

    /**
     * Checks that each kind has one.
     *
     * @throws IllegalArgumentException if one has two
     */
    public Handlers(List<TaskHandler<?, ?>> handlers) {
        Map<String, Map<String, Integer>> versions = new TreeMap<>();
        for (TaskHandler<?, ?> handler : handlers) {
            if (byKind.put(handler.kind(), handler) != null) {
                throw new IllegalArgumentException("task kind must have one handler, got a second one for '"
                        + handler.kind() + "'; give it another name");
            }
            versions.computeIfAbsent(handler.options().queue(), absent -> new TreeMap<>())
                    .put(handler.kind(), handler.options().version());
        }
        versions.forEach((queue, kinds) -> byQueue.put(queue, new Known(queue, kinds)));
    }

    /** The names of the queues. */
    public Set<String> queues() {
        return byQueue.keySet();
    }

    /** What this node understands of a queue. */
    public Known known(String queue) {
        Known known = byQueue.get(queue);
        return known == null ? new Known(queue, Map.of()) : known;
    }

    /** What this node understands at all. */
    public Known known() {
        Map<String, Integer> versions = new TreeMap<>();
        byKind.forEach((kind, handler) -> versions.put(kind, handler.options().version()));
        return new Known(null, versions);
    }

    /** How many there are. */
    public int size() {
        return byKind.size();
    }

    /** The one of a kind, null if there is none. */
    public @Nullable TaskHandler<?, ?> find(String kind) {
        return byKind.get(kind);
    }

    /**
     * Checks that a handler is one of these: nobody would carry its entries out.
     *
     * @throws IllegalArgumentException if not
     */
    public void check(TaskHandler<?, ?> handler) {
        if (byKind.get(handler.kind()) != handler) {
            throw new IllegalArgumentException("task handler must be registered with the queue, got '" + handler.kind()
                    + "'; in Spring declare it as a bean, else give it to the builder");
        }
    }
}
