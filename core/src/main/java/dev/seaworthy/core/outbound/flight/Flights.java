// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.flight;

import dev.seaworthy.core.time.TimeSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The bulkhead of a door: a permit is a place in here, so what holds a permit is what is under way, by construction.
 * Nothing waits for a place. Thread-safe.
 */
public final class Flights {

    private static final int CHUNK = 64;

    private final TimeSource time;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile AtomicReferenceArray<Flight>[] chunks;
    private volatile int limit;

    /** At most {@code limit} at once. */
    public Flights(int limit, TimeSource time) {
        this.time = time;
        this.chunks = grown(newArray(0), limit);
        this.limit = limit;
    }

    /** Lets more or fewer in from now on; those inside stay. */
    public synchronized void limit(int newLimit) {
        chunks = grown(chunks, newLimit);
        limit = newLimit;
    }

    /** How many are under way. */
    public int underWay() {
        return underWay.get();
    }

    /** Takes it in, unless all permits are held. */
    public boolean board(Flight flight) {
        int now = underWay.get();
        while (now < limit) {
            if (underWay.compareAndSet(now, now + 1)) {
                place(flight);
                return true;
            }
            now = underWay.get();
        }
        return false;
    }

    /** Gives its permit back. */
    public void land(Flight flight) {
        chunks[flight.place / CHUNK].set(flight.place % CHUNK, null);
        underWay.decrementAndGet();
    }

    /** Stops and reports those for which it is time; answers in how many nanoseconds to look again. */
    public long check() {
        if (underWay.get() == 0) {
            return Long.MAX_VALUE;
        }
        long now = time.nanoTime();
        long next = Long.MAX_VALUE;
        for (AtomicReferenceArray<Flight> chunk : chunks) {
            for (int i = 0; i < CHUNK; i++) {
                Flight flight = chunk.get(i);
                if (flight != null) {
                    next = Math.min(next, flight.check(now));
                }
            }
        }
        return next;
    }

    /** There is a place for everyone who holds a permit, so the search ends. */
    private void place(Flight flight) {
        AtomicReferenceArray<Flight>[] all = chunks;
        int capacity = all.length * CHUNK;
        int start = (int) (Thread.currentThread().getId() % capacity);
        for (int i = start; ; i = i + 1 == capacity ? 0 : i + 1) {
            AtomicReferenceArray<Flight> chunk = all[i / CHUNK];
            if (chunk.get(i % CHUNK) == null) {
                flight.place = i;
                if (chunk.compareAndSet(i % CHUNK, null, flight)) {
                    return;
                }
            }
        }
    }

    private static AtomicReferenceArray<Flight>[] grown(AtomicReferenceArray<Flight>[] chunks, int limit) {
        int needed = Math.max(chunks.length, (limit + CHUNK - 1) / CHUNK);
        AtomicReferenceArray<Flight>[] more = Arrays.copyOf(chunks, needed);
        for (int i = chunks.length; i < needed; i++) {
            more[i] = new AtomicReferenceArray<>(CHUNK);
        }
        return more;
    }

    @SuppressWarnings("unchecked")
    private static AtomicReferenceArray<Flight>[] newArray(int length) {
        return new AtomicReferenceArray[length];
    }
}
