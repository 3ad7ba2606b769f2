// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where entries live. Implementations are thread-safe, pass {@code TaskStoreContract}, take all times from one clock that
 * all nodes share, and hold no connection between two calls. All methods but {@link #place} with {@code joining} commit
 * before they return.
 *
 * <p>Methods throw {@link StoreException} when the store cannot be reached.
 */
public interface TaskStore extends GateStore {

    /**
     * Which entries a node understands.
     *
     * @param queue which service; null for all
     * @param versions newest understood version, by kind
     */
    record Known(@Nullable String queue, Map<String, Integer> versions) {

        /** Copies. */
        public Known {
            versions = Map.copyOf(versions);
        }
    }

    /**
     * How much there is.
     *
     * @param ready waiting entries
     * @param running leased entries
     * @param dead dead letters
     * @param oldest how long the longest waiting one is due; zero where none is
     */
    record Depth(long ready, long running, long dead, Duration oldest) {}

    /** The clock of the store. */
    Instant now();

    /** Whether this thread is in a transaction, on whatever database. */
    boolean inTransaction();

    /**
     * Stores an entry, unless its key is known.
     *
     * @param joining whether to join the transaction of this thread
     * @return the entry that has the key already; empty if the new one was stored
     * @throws IllegalStateException if {@code joining} and there is no transaction to join, in words
     */
    Optional<StoredTask> place(NewTask task, boolean joining);

    /** Leases up to {@code limit} due entries of one queue to {@code lease.owner()}. Nobody else gets them meanwhile. */
    List<StoredTask> claim(Known known, int limit, NewTask.Lease lease);

    /**
     * Prolongs leases.
     *
     * @return the ids among {@code ids} that {@code lease.owner()} still holds
     */
    Set<String> renew(Set<String> ids, NewTask.Lease lease);

    /**
     * Applies outcomes, all in one transaction.
     *
     * @return the ids of those that came too late: the entry was claimed by somebody else, or ended
     */
    Set<String> settle(List<Settlement> outcomes);

    /** Makes entries ready again whose lease has run out; how many. */
    int rescue(Known known);

    /** Ready entries whose time is over, at most {@code limit}. */
    List<StoredTask> overdue(Known known, int limit);

    /** Forgets entries that were done or refused longer than {@code keep} ago, at most {@code limit}; how many. */
    int purge(Known known, Duration keep, int limit);

    /** Looks one up. */
    Optional<StoredTask> find(String id);

    /** Dead letters, the latest first; {@code queue} null for all. */
    List<StoredTask> dead(@Nullable String queue, int limit);

    /**
     * Makes dead letters ready again with fresh counters and {@code giveUpAfter} from now; what is not a dead letter (any
     * more) is left alone, so that two operators do it once.
     *
     * @return how many
     */
    int redrive(List<String> ids, Duration giveUpAfter);

    /** How much there is, by queue. */
    Map<String, Depth> depth();
}
